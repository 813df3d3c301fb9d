using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class PrescribeDeviceTests
{
    private static readonly PrescribeDevice UseCase = new(Table, Scope);

    private static PrescribeDeviceRequest Request(Action<PrescribeDeviceRequest>? with = null)
    {
        var request = new PrescribeDeviceRequest
        {
            PlanId = Given.PlanId,
            RequestId = Given.RequestId,
            DeviceId = DeviceId,
            Kind = DeviceKind.LumbarBrace,
            Description = "LSO, size M",
            WearSchedule = new() { HoursPerDay = 4, DaysPerWeek = 7, Instructions = "While lifting." },
            StopDate = "2026-04-01",
        };
        with?.Invoke(request);
        return request;
    }

    [Fact]
    public void It_waits_for_its_fitting_which_is_a_task_of_who_fits_such()
    {
        var after = Plan().When(UseCase, Request(), Given.Lead).After;
        var device = after.Devices.Single();
        Assert.Equal((DeviceStatus.Prescribed, Given.Lead, Given.Now, "2026-04-01", 4), (device.Status, device.PrescribedBy, device.PrescribedAt, device.StopDate, device.WearSchedule.HoursPerDay));
        var task = after.Tasks.Single(t => t.TaskId == device.TaskId);
        Assert.Equal(("Fit lumbar brace", Discipline.Orthotics, null, TaskStatus.Requested), (task.Title, task.Discipline, task.Assignee, task.Status));
    }

    [Theory]
    [InlineData(DeviceKind.Orthosis, Discipline.Orthotics)]
    [InlineData(DeviceKind.Tens, Discipline.PhysicalTherapy)]
    [InlineData(DeviceKind.Other, Discipline.Unspecified)]
    public void Who_fits_depends_on_what_it_is(DeviceKind kind, Discipline discipline) =>
        Assert.Equal(discipline, Plan().When(UseCase, Request(r => r.Kind = kind), Given.Lead).After.Tasks.Single().Discipline);

    [Fact]
    public void A_named_fitter_may_fit()
    {
        Assert.Equal(Orthotist, Plan().When(UseCase, Request(r => r.FitterPersonId = Orthotist.PersonId), Given.Lead).After.Tasks.Single().Assignee);
        Plan().When(UseCase, Request(r => r.FitterPersonId = Nurse.PersonId), Given.Lead).ThenRefused("device.fitter-may-fit");
        Plan().When(UseCase, Request(r => r.FitterPersonId = "stranger"), Given.Lead).ThenRefused("task.assignee-on-team");
    }

    [Fact]
    public void A_late_entry_is_of_its_day_and_the_fitting_comes_after_it()
    {
        var after = Plan().When(UseCase, Request(r => (r.PrescribedDate, r.StopDate) = ("2026-02-09", "2026-02-20")), Given.Lead).After;
        Assert.Equal(EndOf("2026-02-09"), after.Devices.Single().PrescribedAt);
        Plan().When(UseCase, Request(r => r.PrescribedDate = "2026-03-03"), Given.Lead).ThenInvalid("prescribed_date");
        Plan().When(UseCase, Request(r => (r.PrescribedDate, r.StopDate) = ("2026-02-09", "2026-02-08")), Given.Lead).ThenInvalid("stop_date");
    }

    [Fact]
    public void Prescribers_prescribe_and_orthotists_and_therapists_do_not()
    {
        Assert.NotEmpty(Plan().When(UseCase, Request(), Practitioner).Events);
        foreach (var who in new[] { Orthotist, Given.Therapist, Given.Patient }) Plan().When(UseCase, Request(), who).ThenForbidden("MAY_NOT_PRESCRIBE_DEVICES");
    }

    [Fact]
    public void It_is_not_stopped_before_it_is_prescribed() => Plan().When(UseCase, Request(r => r.StopDate = "2026-03-01"), Given.Lead).ThenInvalid("stop_date");

    [Fact]
    public void An_id_is_used_once() => Plan().Device().When(UseCase, Request(), Given.Lead).ThenRefused("id.unused");

    [Fact]
    public void It_says_what_it_is_and_how_it_is_worn()
    {
        Assert.Equal(["kind", "description"], Fields.Violated(UseCase, new PrescribeDeviceRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(["wear_schedule.hours_per_day", "wear_schedule.days_per_week"], Fields.Violated(UseCase, Request(r => r.WearSchedule = new() { HoursPerDay = 25, DaysPerWeek = 8 })));
    }
}
