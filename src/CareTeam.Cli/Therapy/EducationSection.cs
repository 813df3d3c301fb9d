namespace CareTeam.Cli.Therapy;

internal static class EducationSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Education.Count == 0) return;
        screen.Heading("Education", plan.Education.Count, "lessons");
        foreach (var lesson in plan.Education.OrderByDescending(e => e.EducationDate, StringComparer.Ordinal))
        {
            var colour = lesson.TeachBack == TeachBackResult.Understood ? "default" : "yellow";
            screen.Markup($"  {lesson.EducationDate}  {Shown.Words(lesson.Topic)}: [{colour}]{Shown.Words(lesson.TeachBack)}[/]  [grey]{Shown.Safe(Shown.NameAndRole(lesson.TaughtBy))}[/]");
        }
    }
}
