using CareTeam.Cli.Diagnostics;
using CareTeam.Cli.Medications;
using CareTeam.Cli.Notes;
using CareTeam.Cli.Outcomes;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Rules;
using CareTeam.Cli.Tasks;
using CareTeam.Cli.Team;
using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.Plans;

/// <summary>
/// A plan as a physiatrist reads it: who and what, what must not be overlooked, where it shall go and how far it has come, what is to be done; then how it came to that. Each
/// section stands in its area's room.
/// </summary>
public static class PlanPage
{
    private static readonly IReadOnlyList<Action<Screen, CarePlan>> Sections =
    [
        PlanHeader.Draw,
        RedFlagSection.Draw,
        AllergySection.Draw,
        GoalSection.Draw,
        OutcomeSection.Draw,
        TaskSection.Draw,
        ExamSection.Draw,
        StudySection.Draw,
        BlockSection.Draw,
        ProcedureSection.Draw,
        MedicationSection.Draw,
        TherapySection.Draw,
        DeviceSection.Draw,
        EducationSection.Draw,
        TeamSection.Draw,
        NoteSection.Draw,
        OverrideSection.Draw,
    ];

    public static void Draw(Screen screen, CarePlan plan)
    {
        foreach (var draw in Sections) draw(screen, plan);
    }
}
