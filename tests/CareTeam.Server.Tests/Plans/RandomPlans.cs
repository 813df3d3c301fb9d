using Google.Protobuf;

namespace CareTeam.Server.Tests.Plans;

/// <summary>The plan itself among the random commands: diagnoses, goals, red flags, holds; one in many ends it.</summary>
public sealed class RandomPlans : IRandomCommands
{
    public int Kinds => 9;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, request) = (ids[target], New.Id());
        return kind switch
        {
            0 => new AddDiagnosisRequest { PlanId = planId, RequestId = request, DiagnosisId = id, Icd10CmCode = "M54.16", Text = "t" },
            8 => new ReviseDiagnosisRequest
            {
                PlanId = planId,
                RequestId = request,
                DiagnosisId = ids[target % 2],
                Verification = target < 3 ? DiagnosisVerification.Refuted : DiagnosisVerification.Confirmed,
                OnsetDate = $"2025-0{target + 1}-10",
                Reason = "r",
            },
            1 => new AddGoalRequest { PlanId = planId, RequestId = request, GoalId = id, Description = "d" },
            2 => new ReviseGoalRequest { PlanId = planId, RequestId = request, GoalId = id, Description = "d", Measure = "walk", Target = target, Unit = "m", Reason = "r" },
            3 => new CloseGoalRequest { PlanId = planId, RequestId = request, GoalId = id, Status = target % 2 == 0 ? GoalStatus.Achieved : GoalStatus.Cancelled, Reason = "r" },
            4 => new RaiseRedFlagRequest { PlanId = planId, RequestId = request, RedFlagId = id, Kind = RedFlagKind.Fracture, Finding = "f" },
            5 => new ResolveRedFlagRequest { PlanId = planId, RequestId = request, RedFlagId = id, Resolution = "r" },
            6 => target % 2 == 0
                ? new HoldPlanRequest { PlanId = planId, RequestId = request, Reason = "r" }
                : new ResumePlanRequest { PlanId = planId, RequestId = request },
            _ => target switch
            {
                // An id that is used already, or one that another step of the sequence uses for something else.
                0 or 1 => new CreatePlanRequest { PlanId = target == 0 ? planId : id, RequestId = request, Title = "t", Patient = new() { Reference = "r", Name = "n" } },
                2 or 3 => new ActivatePlanRequest { PlanId = planId, RequestId = request },
                4 => new CompletePlanRequest { PlanId = planId, RequestId = request, Summary = "s" },
                _ => new RevokePlanRequest { PlanId = planId, RequestId = request, Reason = "r" },
            },
        };
    }
}
