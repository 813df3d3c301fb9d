using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

public static class ExamShow
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var exam = IdOption.Of("--exam", "exam");
        exam.Description = "Id of the examination, or its first characters; default: the last one";
        var command = new Command("show", "An examination, and what changed since the ones before") { plan, exam, Reading.Json };
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var planId = await connection.WholePlanId(parse.GetRequiredValue(plan), cancel);
            var exams = (await connection.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan.Exams.OrderByDescending(e => e.ExaminedAt).ToList();
            var shown = parse.GetValue(exam) is { Length: > 0 } id
                ? exams.Single(e => e.ExamId == ShortIds.Match("exam", id, exams.Select(x => x.ExamId)))
                : exams.FirstOrDefault(e => e.SupersededByExamId.Length == 0);
            var screen = Screen.Of(parse);
            if (shown is null) screen.Line("No examination.");
            else if (parse.GetValue(Reading.Json)) screen.Json(shown);
            else Show(screen, shown, exams);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, PhysicalExam shown, IEnumerable<PhysicalExam> exams)
    {
        Draw(screen, shown);
        foreach (var other in exams.Where(e => e != shown))
            screen.Markup($"[grey]{Shown.ShortId(other.ExamId)}  {Shown.Time(other.ExaminedAt)}  {Shown.Safe(Shown.NameAndRole(other.Examiner))}{(other.SupersededByExamId.Length > 0 ? ", corrected" : "")}[/]");
    }

    private static void Draw(Screen screen, PhysicalExam exam)
    {
        screen.Markup($"[bold]{Shown.Time(exam.ExaminedAt)}  {Shown.Safe(Shown.NameAndRole(exam.Examiner))}[/]  [grey]{Shown.ShortId(exam.ExamId)}{(exam.SupersededByExamId.Length > 0 ? ", corrected since" : "")}[/]");
        if (exam.CorrectionReason.Length > 0) screen.Markup($"  [grey]corrects {Shown.ShortId(exam.SupersedesExamId)}: {Shown.Safe(exam.CorrectionReason)}[/]");
        foreach (var (item, value, normal) in ExamSection.Items(exam.Body)) screen.Markup($"  {Shown.Safe(item)}  {(normal ? value : $"[bold]{Shown.Safe(value)}[/]")}");
        if (exam.Body?.Remark is { Length: > 0 } remark) screen.Line($"  {remark}");
        foreach (var words in OverrideOption.Words(exam.Findings)) screen.Markup($"  [yellow]{Shown.Safe(words)}[/]");
        ExamSection.Changes(screen, exam.Comparison);
        screen.Line();
    }
}
