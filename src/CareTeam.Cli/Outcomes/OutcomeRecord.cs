using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Outcomes;

public static class OutcomeRecord
{
    public static Command Command()
    {
        var instrument = TextOption.Argument("instrument", "Id of the instrument: odi, nprs, 6mwt ('outcome instruments' has them)");
        var answers = new Argument<string[]>("answers")
        {
            Description = "One for each item in order, - for one left out; a test's value (20lb where pounds are taken); ACTIVITY=RATING; or a status's code",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var at = DayOption.Time("--at", "When it was measured; default: now");
        var form = TextOption.Optional("--form", "Version of the form, or protocol of the test", "form");
        var window = TextOption.Optional("--window", "What time a pain rating is about: now, average_24h, worst_24h, last_week", "window");
        var stoppedEarly = new Option<bool>("--stopped-early") { Description = "The test was ended before its time" };
        var unable = new Option<bool>("--unable") { Description = "The test was not possible; there is no value" };
        var reason = TextOption.Optional("--stop-reason", "Why the test was ended");
        var rests = new Option<int>("--rests") { Description = "Pauses during the test", HelpName = "n" };
        var aid = TextOption.Optional("--aid", "Cane, walker, brace");
        var corrects = IdOption.Corrects("measurement");
        var why = TextOption.Optional("--reason", "Why it is corrected");
        var id = IdOption.New("--outcome-id", "measurement");
        return new Command("record", "Record a measurement (clinicians of the team; patients their questionnaires)")
        {
            instrument, answers, at, form, window, stoppedEarly, unable, reason, rests, aid, corrects, why, id,
        }
            .SendsOnPlan("Outcome recorded.", parse => new RecordOutcomeRequest
            {
                OutcomeId = parse.GetValue(id),
                InstrumentId = parse.GetRequiredValue(instrument).ToLowerInvariant(),
                Answers = { parse.GetValue(answers)!.Select(AnswerText.Parse) },
                MeasuredAt = parse.GetValue(at) is { } time ? Timestamp.FromDateTimeOffset(time) : null,
                Form = parse.GetValue(form),
                ReferenceWindow = parse.GetValue(window),
                Completion = parse.GetValue(unable) ? TestCompletion.Unable : parse.GetValue(stoppedEarly) ? TestCompletion.StoppedEarly : TestCompletion.Unspecified,
                StopReason = parse.GetValue(reason),
                Rests = parse.GetValue(rests),
                Aid = parse.GetValue(aid),
                SupersedesOutcomeId = parse.GetValue(corrects),
                CorrectionReason = parse.GetValue(why),
            }, Show);
    }

    private static void Show(Screen screen, RecordOutcomeResponse recorded)
    {
        foreach (var score in recorded.Scores) screen.Markup(Shown.Safe(OutcomeWords.Score(score)));
        if (recorded.NeedsSafetyReview) screen.Markup("[red bold]SAFETY REVIEW TODAY: an answer asks for it, whatever the score.[/]");
        if (recorded.SafetyItemUnanswered) screen.Markup("[yellow]The safety item was left out: ask for it.[/]");
    }
}
