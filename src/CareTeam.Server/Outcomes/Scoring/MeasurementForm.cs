namespace CareTeam.Server.Outcomes;

/// <summary>Whether a measurement has what its instrument asks for, and nothing that it does not know.</summary>
public static class MeasurementForm
{
    private const int LongestActivity = 200;

    /// <summary>Names everything that is wrong; answers the form that was used.</summary>
    public static string Check(InstrumentDefinition instrument, RecordOutcomeRequest request, Violations violations)
    {
        Conditions(instrument, request, violations);
        var form = request.Form.Length > 0 ? request.Form : instrument.DefaultForm;
        OneOf("form", form, instrument.Forms.Keys, violations);
        OneOf("reference_window", request.ReferenceWindow, instrument.ReferenceWindows, violations);
        if (request.Completion == TestCompletion.Unable)
        {
            if (request.Answers.Count > 0) violations.Add("answers", "must be empty: what was not possible has no value");
            return form;
        }
        for (var i = 0; i < Math.Min(request.Answers.Count, instrument.MostAnswers); i++) Kind(instrument, request.Answers[i], $"answers[{i}]", violations);
        if (instrument.Items.Any(item => item.Named)) DifferentActivities(request, violations);
        foreach (var problem in AnswerCheck.Of(instrument, request.Answers)) violations.Add(Field(problem), problem.Description);
        return form;
    }

    private static void Conditions(InstrumentDefinition instrument, RecordOutcomeRequest request, Violations violations)
    {
        var taken = instrument.Conditions;
        switch (request.Completion)
        {
            case TestCompletion.StoppedEarly when !taken.MayStopEarly: violations.Add("completion", $"{instrument.Abbreviation} is not stopped early"); break;
            case TestCompletion.Unable when !taken.MayBeUnable: violations.Add("completion", $"{instrument.Abbreviation} is left unrecorded when it is not possible"); break;
            case TestCompletion.StoppedEarly: violations.Required("stop_reason", request.StopReason); break;
        }
        if (taken.StopReasons.Count > 0) OneOf("stop_reason", request.StopReason, taken.StopReasons, violations);
        else if (request.Completion == TestCompletion.Unspecified) Empty("stop_reason", request.StopReason, violations);
        if (!taken.Rests && request.Rests > 0) violations.Add("rests", NotAsked);
        if (!taken.Aid) Empty("aid", request.Aid, violations);
    }

    private static void Kind(InstrumentDefinition instrument, ItemAnswer answer, string at, Violations violations)
    {
        if (instrument.Codes.Count > 0)
        {
            if (answer.HasValue) violations.Add($"{at}.value", "must be unset: this instrument is answered by a code");
            Empty($"{at}.unit", answer.Unit, violations);
        }
        else Empty($"{at}.code", answer.Code, violations);
        if (instrument.Items.Any(item => item.Named)) violations.Text($"{at}.activity", answer.Activity, LongestActivity);
        else Empty($"{at}.activity", answer.Activity, violations);
    }

    private static void DifferentActivities(RecordOutcomeRequest request, Violations violations)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < request.Answers.Count; i++)
            if (request.Answers[i].Activity.Length > 0 && !seen.Add(Activities.Key(request.Answers[i]))) violations.Add($"answers[{i}].activity", "is rated twice");
    }

    private static void OneOf(string field, string value, IEnumerable<string> known, Violations violations)
    {
        var words = string.Join(", ", known);
        if (words.Length == 0) Empty(field, value, violations);
        else if (!known.Contains(value)) violations.Add(field, value.Length == 0 ? $"is required, one of {words}" : $"is none of {words}");
    }

    private static void Empty(string field, string value, Violations violations)
    {
        if (value.Length > 0) violations.Add(field, NotAsked);
    }

    private const string NotAsked = "must be empty: the instrument does not ask for it";

    private static string Field(ScoringProblem problem) => problem.Item is not { } item ? "answers" : $"answers[{item}]." + problem.Error switch
    {
        ScoringError.InvalidCode => "code",
        ScoringError.UnknownUnit => "unit",
        _ => "value",
    };
}
