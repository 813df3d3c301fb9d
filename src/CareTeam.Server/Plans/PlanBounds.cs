using System.Collections;
using Google.Protobuf.Reflection;

namespace CareTeam.Server.Plans;

/// <summary>
/// How much a plan may hold. Whoever reads it gets all of it in one message, and most clients take none above 4 MB; a plan beyond that could be opened by nobody. What keeps
/// the patient safe is never refused, and above the size what ends or hands over is not refused either: the last megabyte is left for these.
/// </summary>
public static class PlanBounds
{
    public const string Rule = "plan.full";

    public const int MostBytes = 3 * 1024 * 1024;

    /// <summary>Of each list of CarePlan what a plan of ten busy years would not reach [policy]; a client that writes more repeats itself.</summary>
    public static readonly IReadOnlyDictionary<string, int> Most = new Dictionary<string, int>
    {
        ["categories"] = 100,
        // Those who left stay in it: a new person every week.
        ["members"] = 500,
        ["diagnoses"] = 200,
        // Four disciplines with three new goals each quarter.
        ["goals"] = 500,
        // Four new ones a week; what recurs is one task. A worklist shows all of a plan's in one message.
        ["tasks"] = 2_000,
        ["rule_overrides"] = 1_000,
        ["exams"] = 500,
        ["studies"] = 300,
        ["diagnostic_blocks"] = 100,
        ["pain_generators"] = 100,
        ["procedures"] = 300,
        ["medications"] = 500,
        ["allergies"] = 300,
        // Certified every 90 days, in three disciplines.
        ["therapy_orders"] = 200,
        // Five a week.
        ["sessions"] = 3_000,
        ["progress_reports"] = 1_000,
        ["home_weeks"] = 1_000,
        ["devices"] = 200,
        ["education"] = 500,
        ["rehabilitation_windows"] = 100,
        ["exercises"] = 500,
        ["activity_quotas"] = 500,
        // Five instruments a week.
        ["outcomes"] = 3_000,
        // One of each kind.
        ["safety_facts"] = 100,
    };

    /// <summary>Of a study: whoever corrects its result so often corrects another one's [policy].</summary>
    public const int MostResults = 20;

    /// <summary>Of a procedure: as many corrections, and as many follow-ups [policy].</summary>
    public const int MostOfProcedure = 50;

    /// <summary>Lists that grow by what is never refused.</summary>
    public static readonly IReadOnlySet<string> Unbounded = new HashSet<string> { "notes", "red_flags", "dues" };

    /// <summary>A command with one of these is never refused.</summary>
    public static readonly IReadOnlySet<string> NeverRefused = new HashSet<string>
    {
        "note_submitted", "note_amended", "note_cosigned", "red_flag_raised", "red_flag_resolved", "due_raised", "due_overdue", "due_moved", "due_met",
    };

    /// <summary>A command of these alone is not refused for the size of the plan: they add little, and without them nothing could be brought to its end.</summary>
    public static readonly IReadOnlySet<string> NotRefusedForSize = new HashSet<string>
    {
        "plan_held", "plan_resumed", "plan_completed", "plan_revoked", "goal_closed",
        "member_added", "membership_ended", "supervisor_assigned", "supervision_ended", "handover_proposed", "handover_accepted", "handover_declined", "handover_withdrawn", "lead_transferred",
        "task_reassigned", "task_accepted", "task_declined", "task_started", "task_completed", "task_cancelled", "task_rescheduled", "task_finding_added",
        "study_resulted", "study_cancelled", "procedure_recorded", "procedure_cancelled", "procedure_followed_up",
        "allergy_recorded", "allergy_refuted", "medication_stopped", "safety_facts_recorded",
        "therapy_discharged", "device_discontinued", "rule_overridden",
    };

    private static readonly FieldDescriptor[] Lists = [.. CarePlan.Descriptor.Fields.InFieldNumberOrder().Where(f => Most.ContainsKey(f.Name))];

    /// <summary>Refuses events that would make the plan hold more than it may; one that is beyond a bound already may still change and shrink.</summary>
    /// <param name="bytes">Size of the plan before the events, or more.</param>
    public static void Check(CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events, int bytes)
    {
        if (events.Any(e => NeverRefused.Contains(Kind(e)))) return;
        foreach (var list in Lists)
        {
            var (had, has) = (Count(list, before), Count(list, after));
            if (has > had && has > Most[list.Name]) throw Full(after, $"/{list.Name}", $"The plan has {had} {Words(list)}, and {Most[list.Name]} is the most a plan may have.");
        }
        if (events.All(e => NotRefusedForSize.Contains(Kind(e))) || bytes + events.Sum(Bytes) <= MostBytes) return;
        // Only now is it worth the time in proportion to the plan.
        if (after.CalculateSize() > MostBytes) throw Full(after, "", $"The plan would be larger than {MostBytes / 1024 / 1024} MB, and most clients could not read it any more.");
    }

    /// <summary>What is kept within an element of a list has a bound of its own, since no bound of the lists counts it and what it adds is not refused for the size of the plan.</summary>
    /// <param name="instead">What can be done instead, as a sentence.</param>
    public static void MustHaveRoom(string rule, string subject, int has, int most, string what, string instead)
    {
        if (has >= most) throw Fault.Refused(rule, subject, $"It has {has} {what}, and {most} is the most it may have. {instead}");
    }

    /// <summary>At most about so much is added to a plan by an event; the text of a note is not.</summary>
    public static int Bytes(PlanEvent e) => e.NoteSubmitted is { Summary: { } summary } ? summary.CalculateSize() : e.CalculateSize();

    private static string Kind(PlanEvent e) => PlanEvents.FieldOf[e.GetChange().GetType()].Name;

    private static int Count(FieldDescriptor list, CarePlan plan) => ((ICollection)list.Accessor.GetValue(plan)).Count;

    private static string Words(FieldDescriptor list) => list.Name.Replace('_', ' ');

    private static CareTeamException Full(CarePlan plan, string list, string what) =>
        Fault.Refused(Rule, $"plan/{plan.PlanId}{list}", what + " Complete it and go on in a new one. Notes, amendments and red flags are still taken.");
}
