using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>The plan, its team and who leads it.</summary>
internal static class YearsTeam
{
    public static void Write(CarePen pen)
    {
        const string first = YearOfCare.FirstDay;
        pen.On(first, Lead, new CreatePlanRequest { Title = "Persistent low back pain", Patient = new() { Reference = "Patient/ana", Name = "Ana Example", BirthDate = "1980-06-15" } });
        foreach (var person in Joining) pen.On(first, Lead, new AddMemberRequest { Person = person });
        pen.On(first, Lead, new AddMemberRequest { Person = Assistant, SupervisorPersonId = OtherTherapist.PersonId });
        pen.On(first, Lead, new AssignSupervisorRequest { PersonId = Assistant.PersonId, SupervisorPersonId = Therapist.PersonId, Reason = "Works with her." });
        pen.On(first, Lead, new ActivatePlanRequest());
        pen.On(first, Lead, new RecordCoverageRequest { Coverage = new() { Payer = "medicare", Region = "US-OH" } });

        pen.On("2026-02-02", Lead, new ProposeHandoverRequest { HandoverId = pen.Id("first hand-over"), PersonId = PainPhysician.PersonId, Reason = "Leave." });
        pen.On("2026-02-03", PainPhysician, new DeclineHandoverRequest { HandoverId = pen.Id("first hand-over"), Reason = "Full." });
        pen.On("2026-11-23", Lead, new ProposeHandoverRequest { HandoverId = pen.Id("second hand-over"), PersonId = PainPhysician.PersonId, Reason = "Leave." });
        pen.On("2026-11-24", PainPhysician, new AcceptHandoverRequest { HandoverId = pen.Id("second hand-over") });
        pen.On("2026-11-09", Lead, new HoldPlanRequest { Reason = "Travels." });
        pen.On("2026-11-11", Lead, new ResumePlanRequest());
        pen.On("2026-11-16", Lead, new TransferCaseloadRequest { FromPersonId = Psychologist.PersonId, Targets = { OtherPsychologist }, PlanIds = { pen.PlanId }, Reason = "Retires." });
        pen.On("2026-12-01", PainPhysician, new EndMembershipRequest { PersonId = OtherTherapist.PersonId, Reason = "Moves." });
    }
}
