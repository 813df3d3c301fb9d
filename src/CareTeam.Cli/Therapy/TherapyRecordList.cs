namespace CareTeam.Cli.Therapy;

public static class TherapyRecordList
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var kinds = WordOption.Many<TherapyRecordKind>("--kind", "Only these");
        var order = IdOption.Of("--order", "order");
        return new Command("records", "Sessions, reports, home logs and education with their texts, newest day first") { plan, kinds, order }.ReadsPages(
            parse => new ListTherapyRecordsRequest { PlanId = parse.GetValue(plan), Kinds = { parse.GetValue(kinds) ?? [] }, TherapyOrderId = parse.GetValue(order) },
            Show);
    }

    private static void Show(Screen screen, ListTherapyRecordsResponse list)
    {
        if (list.Records.Count == 0) screen.Line("No records.");
        foreach (var record in list.Records)
        {
            var (what, text) = Words(record);
            screen.Markup($"[bold]{record.RecordDate}[/]  {Shown.Safe(what)}  [grey]{Shown.Safe(Shown.NameAndRole(record.RecordedBy))}, recorded {Shown.Time(record.RecordedAt)}[/]");
            foreach (var line in text.Where(t => t.Length > 0)) screen.Line("  " + line.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }

    private static (string What, IEnumerable<string> Text) Words(TherapyRecord record) => record.RecordCase switch
    {
        TherapyRecord.RecordOneofCase.Session => (TherapyWords.SessionOfTheDay(record.Session.Summary),
            [
                string.Join(", ", record.Session.Detail.Interventions.Select(i => Shown.Words(i))),
                .. record.Session.Detail.Exercises.Select(e => $"{Shown.ShortId(e.ExerciseId)}: {ExerciseDoseOption.Words(Done(e))}"),
                record.Session.Detail.Response,
            ]),
        TherapyRecord.RecordOneofCase.ProgressReport => ("progress report", Report(record.ProgressReport.Text ?? new())),
        TherapyRecord.RecordOneofCase.HomeLog => ($"home programme, {record.HomeLog.ExerciseIds.Count} exercises", [record.HomeLog.Comment]),
        TherapyRecord.RecordOneofCase.Education =>
            ($"education: {Shown.Words(record.Education.Summary.Topic)}, teach-back {Shown.Words(record.Education.Summary.TeachBack)}", [record.Education.Content]),
        _ => ("something that this version of careteam does not know", []),
    };

    private static IEnumerable<string> Report(ProgressReportText text) =>
        new[] { ("S", text.Subjective), ("O", text.Objective), ("A", text.Assessment), ("P", text.Plan) }.Where(t => t.Item2.Length > 0).Select(t => $"{t.Item1}: {t.Item2}");

    private static ExerciseDose Done(ExerciseDone done) =>
        new() { Sets = done.Sets, Repetitions = done.Repetitions, Minutes = done.Minutes, Metres = done.Metres, Load = done.Load, TargetRpe = done.Rpe };
}
