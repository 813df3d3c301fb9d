using Google.Protobuf;

namespace CareTeam.Server.Tests.Team;

/// <summary>Who comes, goes and supervises, among the random commands.</summary>
public sealed class RandomTeam : IRandomCommands
{
    public int Kinds => 4;

    private static readonly Person Therapist = Named("pt-one", Role.PhysicalTherapist);
    private static readonly Person OtherTherapist = Named("pt-two", Role.PhysicalTherapist);
    private static readonly Person OccupationalTherapist = Named("ot-one", Role.OccupationalTherapist);

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => kind switch
    {
        0 => new AddMemberRequest { PlanId = planId, RequestId = New.Id(), Person = target % 3 == 0 ? OccupationalTherapist : Therapist },
        1 => new EndMembershipRequest { PlanId = planId, RequestId = New.Id(), PersonId = new[] { "ot-one", "dr-other", "pt-one" }[target % 3], Reason = "r" },
        2 => new AssignSupervisorRequest { PlanId = planId, RequestId = New.Id(), PersonId = "pta-one", SupervisorPersonId = target % 2 == 0 ? "pt-one" : "pt-two" },
        _ => new TransferCaseloadRequest
        {
            RequestId = New.Id(),
            FromPersonId = target % 2 == 0 ? "pt-one" : "pt-two",
            Targets = { target % 2 == 0 ? OtherTherapist : Therapist },
            PlanIds = { planId },
            Reason = "r",
        },
    };

    private static Person Named(string id, Role role) => new() { PersonId = id, Name = $"Name of {id}", Role = role };
}
