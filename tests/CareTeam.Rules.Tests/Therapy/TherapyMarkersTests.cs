using CareTeam.Server.Outcomes;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class TherapyMarkersTests
{
    [Fact]
    public void Therapy_is_drawn_beside_the_outcomes_in_words()
    {
        var given = PlanWithOrder().Injection("2026-02-02").Device();
        PlanEvent[] events =
        [
            new() { TherapyOrdered = new() { TherapyOrderId = OrderId, Discipline = Discipline.PhysicalTherapy, Prescription = Prescription() } },
            new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId, Prescription = Prescription(), Reason = "Slower than hoped." } },
            new() { RehabilitationWindowOpened = new() { Window = given.Plan.RehabilitationWindows.Single() } },
            new() { DevicePrescribed = new() { DeviceId = DeviceId, Kind = DeviceKind.LumbarBrace } },
            new() { DeviceDiscontinued = new() { DeviceId = DeviceId, Reason = "Strong enough." } },
            new() { TherapyDischarged = new() { TherapyOrderId = OrderId, Reason = DischargeReason.GoalsReached } },
        ];
        for (var i = 0; i < events.Length; i++) events[i].Stamp(Given.PlanId, 20 + i, Given.Lead, Given.Now);
        var markers = TrajectoryMarkers.Of(given.Plan, events).ToList();
        Assert.All(markers, m => Assert.Equal(MarkerKind.Therapy, m.Kind));
        Assert.Equal(
            [
                "physical therapy ordered: core strengthening, 3 a week for 12 weeks", "physical therapy revised: Slower than hoped.", "rehabilitation window through 2026-04-27",
                "lumbar brace prescribed", "lumbar brace discontinued", "discharged from physical therapy: goals reached",
            ],
            markers.Select(m => m.Text));
    }
}
