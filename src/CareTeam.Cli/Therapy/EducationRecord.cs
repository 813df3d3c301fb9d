using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class EducationRecord
{
    public static Command Command()
    {
        var content = TextOption.Argument("content", "What was taught, and what the teach-back showed");
        var topic = WordOption.One<EducationTopic>("--topic", "Topic", required: true);
        var result = WordOption.One<TeachBackResult>("--teach-back", "What came of it", required: true);
        var learner = WordOption.One<EducationLearner>("--learner", "Default patient");
        var day = DayOption.Day("--on", "Day (default: today)");
        var minutes = OrderOptions.Number("--minutes", "How long");
        var id = IdOption.New("--education-id", "lesson");
        return new Command("record", "Record what was taught (clinicians of the team)") { content, topic, result, learner, day, minutes, id }.TakesOverrides()
            .SendsOnPlan("Education recorded.", parse => new RecordEducationRequest
            {
                EducationId = parse.GetValue(id),
                Topic = parse.GetValue(topic),
                EducationDate = parse.GetValue(day),
                Learner = parse.GetValue(learner),
                TeachBack = parse.GetValue(result),
                Content = parse.GetValue(content),
                Minutes = parse.GetValue(minutes),
            });
    }
}
