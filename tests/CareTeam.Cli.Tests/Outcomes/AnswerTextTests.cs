using CareTeam.Cli.Outcomes;

namespace CareTeam.Cli.Tests.Outcomes;

public sealed class AnswerTextTests
{
    public static TheoryData<string, ItemAnswer> Typed => new()
    {
        { "3", new() { Value = 3 } },
        { "10.4", new() { Value = 10.4 } },
        { "-1", new() { Value = -1 } },
        { "-", new() },
        { "20lb", new() { Value = 20, Unit = "[lb_av]" } },
        { "9.5 kg", new() { Value = 9.5, Unit = "kg" } },
        { "full_duty", new() { Code = "full_duty" } },
        { "walk the dog=4", new() { Activity = "walk the dog", Value = 4 } },
        { "walk = swim=4", new() { Activity = "walk = swim", Value = 4 } },
        { "put on socks=-", new() { Activity = "put on socks" } },
    };

    [Theory, MemberData(nameof(Typed))]
    public void An_answer_is_what_was_typed(string text, ItemAnswer answer) => Assert.Equal(answer, AnswerText.Parse(text));
}
