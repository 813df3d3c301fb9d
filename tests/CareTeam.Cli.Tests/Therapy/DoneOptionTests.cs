using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.Tests.Therapy;

public sealed class DoneOptionTests
{
    [Fact]
    public void An_exercise_that_was_done_has_its_dose_without_a_frequency()
    {
        Assert.Equal(new ExerciseDone { ExerciseId = "0190", Sets = 3, Repetitions = 8, Rpe = 13, Load = new() { Value = 25, Unit = "[lb_av]" } }, DoneOption.Exercise("0190=3x8, 25 lb, RPE 13"));
        foreach (var text in new[] { "0190", "=3x8", "0190=", "0190=home 5/week", "0190=hold 5 s" }) Assert.Null(DoneOption.Exercise(text));
    }

    [Fact]
    public void An_activity_has_its_amount()
    {
        Assert.Equal(new ActivityDone { ActivityQuotaId = "0190", Amount = 25.5 }, DoneOption.Activity("0190=25.5"));
        foreach (var text in new[] { "0190", "=1", "0190=", "0190=-1", "0190=much" }) Assert.Null(DoneOption.Activity(text));
    }

    [Theory]
    [InlineData("5>3", 5, 3)]
    [InlineData(" 5 > 0 ", 5, 0)]
    [InlineData("5>", 5, null)]
    [InlineData(">3", null, 3)]
    public void Pain_is_before_and_after(string text, int? before, int? after) => Assert.Equal((before, after), DoneOption.ParsePain(text));

    [Theory]
    [InlineData("5")]
    [InlineData(">")]
    [InlineData("much>less")]
    [InlineData("5>less")]
    public void Anything_else_is_none(string text) => Assert.Null(DoneOption.ParsePain(text));
}
