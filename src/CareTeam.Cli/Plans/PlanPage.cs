using CareTeam.Cli.Diagnostics;
using CareTeam.Cli.Medications;
using CareTeam.Cli.Notes;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Rules;
using CareTeam.Cli.Tasks;
using CareTeam.Cli.Team;

namespace CareTeam.Cli.Plans;

/// <summary>A plan as a physiatrist reads it: who and what, warning signs, then each area's own sections, which stand in its room.</summary>
public static class PlanPage
{
    private static readonly IReadOnlyList<Action<Screen, CarePlan>> Sections =
    [
        PlanHeader.Draw,
        RedFlagSection.Draw,
        ExamSection.Draw,
        StudySection.Draw,
        BlockSection.Draw,
        ProcedureSection.Draw,
        AllergySection.Draw,
        MedicationSection.Draw,
        GoalSection.Draw,
        TaskSection.Draw,
        TeamSection.Draw,
        NoteSection.Draw,
        OverrideSection.Draw,
    ];

    public static void Draw(Screen screen, CarePlan plan)
    {
        foreach (var draw in Sections) draw(screen, plan);
    }
}
