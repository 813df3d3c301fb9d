using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class RecordVerbalOrderTests
{
    private static readonly RecordVerbalOrder UseCase = new(Table, Scope);

    private static RecordVerbalOrderRequest By(string person, string day = "2026-02-20") =>
        new() { PlanId = Given.PlanId, RequestId = Given.RequestId, TherapyOrderId = OrderId, GivenByPersonId = person, GivenDate = day };

    [Fact]
    public void A_therapist_records_who_gave_it_and_when()
    {
        var decision = PlanWithOrder().When(UseCase, By(Practitioner.PersonId), Given.Therapist);
        Assert.Equal(new VerbalOrder { GivenBy = Practitioner, GivenDate = "2026-02-20", RecordedBy = Given.Therapist }, decision.After.TherapyOrders.Single().VerbalOrder);
        Assert.Equal(EndOf("2026-02-20"), decision.Events.Single().OccurredAt);
    }

    [Fact]
    public void The_same_one_twice_is_one()
    {
        var once = PlanWithOrder().Event(new() { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Practitioner, GivenDate = "2026-02-20" } } });
        once.When(UseCase, By(Practitioner.PersonId), Given.Therapist).ThenNothing();
        Assert.Single(once.When(UseCase, By(Practitioner.PersonId, "2026-02-21"), Given.Therapist).Events);
    }

    [Fact]
    public void Who_may_not_certify_and_who_is_not_on_the_team_gives_none()
    {
        foreach (var person in new[] { Given.OtherTherapist.PersonId, Nurse.PersonId, Given.Stranger.PersonId })
            PlanWithOrder().When(UseCase, By(person), Given.Therapist).ThenRefused("therapy.verbal-order-by-certifier");
    }

    [Fact]
    public void It_is_not_given_in_the_future() => PlanWithOrder().When(UseCase, By(Given.Lead.PersonId, "2026-03-03"), Given.Therapist).ThenInvalid("given_date");

    [Fact]
    public void Who_may_not_plan_this_therapy_records_none()
    {
        PlanWithOrder().When(UseCase, By(Given.Lead.PersonId), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        PlanWithOrder().When(UseCase, By(Given.Lead.PersonId), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
    }

    [Fact]
    public void It_names_the_order_and_who_gave_it() =>
        Assert.Equal(["therapy_order_id", "given_by_person_id"], Fields.Violated(UseCase, new RecordVerbalOrderRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
