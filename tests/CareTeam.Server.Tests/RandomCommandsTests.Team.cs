using Google.Protobuf;

namespace CareTeam.Server.Tests;

/// <summary>Who is on the team, who supervises, signs and leads.</summary>
partial class RandomCommandsTests
{
    private static Func<TestTeam, string, string[], Step, IMessage>[] TeamCommands =>
    [
        (team, plan, _, step) => new AddMemberRequest
        {
            PlanId = plan, RequestId = New.Id(), Person = (step.Target % 3 == 0 ? team.OccupationalTherapist : team.Therapist).Person,
        },
        (team, plan, _, step) => new EndMembershipRequest
        {
            PlanId = plan, RequestId = New.Id(), PersonId = new[] { team.OccupationalTherapist, team.OtherPhysician, team.Therapist }[step.Target % 3].PersonId, Reason = "r",
        },
        (team, plan, _, step) => new AssignSupervisorRequest
        {
            PlanId = plan, RequestId = New.Id(), PersonId = team.Assistant.PersonId, SupervisorPersonId = (step.Target % 2 == 0 ? team.Therapist : team.OtherTherapist).PersonId,
        },
        (team, plan, _, step) => new ProposeHandoverRequest
        {
            PlanId = plan, RequestId = New.Id(), PersonId = (step.Target % 2 == 0 ? team.OtherPhysician : team.Physiatrist).PersonId, Reason = "r",
        },
        (_, plan, _, step) => step.Target % 3 == 0
            ? new DeclineHandoverRequest { PlanId = plan, RequestId = New.Id(), Reason = "r" }
            : new AcceptHandoverRequest { PlanId = plan, RequestId = New.Id() },
        (_, plan, ids, step) => new CosignNoteRequest { PlanId = plan, RequestId = New.Id(), NoteId = ids[step.Target], Meaning = SignatureMeaning.Review },
        (team, plan, _, step) => new TransferCaseloadRequest
        {
            RequestId = New.Id(), FromPersonId = (step.Target % 2 == 0 ? team.Therapist : team.OtherTherapist).PersonId, PlanIds = { plan }, Reason = "r",
            Targets = { (step.Target % 2 == 0 ? team.OtherTherapist : team.Therapist).Person },
        },
    ];

    private static async Task QueuesAgree(TestTeam team, CarePlan folded)
    {
        foreach (var supervisor in new[] { team.Therapist, team.OtherTherapist })
        {
            var queue = (await team.As(supervisor).Notes.ListNotesToCosignAsync(new() { PageSize = 500 })).Notes;
            Assert.Equal(
                folded.Notes.Where(n => n.CosignatureDemand?.Supervisor?.PersonId == supervisor.PersonId).OrderBy(n => n.NoteId, StringComparer.Ordinal),
                queue.Select(n => n.Summary).OrderBy(n => n.NoteId, StringComparer.Ordinal));
        }
    }
}
