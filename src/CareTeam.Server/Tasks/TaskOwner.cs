using CareTeam.Server.Diagnostics;
using CareTeam.Server.Procedures;
using CareTeam.Server.Therapy;

namespace CareTeam.Server.Tasks;

/// <summary>
/// What a task stands for: an open red flag, a study, a scheduled procedure, the treatment of a therapy order, a signature, report or re-evaluation that is due, a device to be fitted. While that
/// waits, the task ends with it and in no other way,
/// or something that everybody takes for done would wait for ever.
/// </summary>
public sealed record TaskOwner(string Kind, string Id, string Words, bool MovesTask = false)
{
    private static readonly Func<CarePlan, CareTask, TaskOwner?>[] Areas =
        [RedFlagRules.OwnerOf, Studies.OwnerOf, ProcedureTask.OwnerOf, TreatmentSeries.OwnerOf, TherapyDues.OwnerOf, DeviceRules.OwnerOf];

    private static TaskOwner? Of(CarePlan plan, CareTask task) => Areas.Select(area => area(plan, task)).FirstOrDefault(owner => owner is not null);

    /// <summary>Throws Refused for a task that ends with its owner.</summary>
    public static void MustEndByItself(CarePlan plan, CareTask task)
    {
        if (Of(plan, task) is { } owner) throw owner.Refusal();
    }

    /// <summary>Throws Refused for a task whose day is its owner's.</summary>
    public static void MustMoveByItself(CarePlan plan, CareTask task)
    {
        if (Of(plan, task) is { MovesTask: true } owner) throw owner.Refusal();
    }

    private CareTeamException Refusal() => Fault.Refused("task.ends-with-its-owner", $"{Kind}/{Id}", Words);
}
