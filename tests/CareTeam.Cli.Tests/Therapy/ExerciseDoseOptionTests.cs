using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.Tests.Therapy;

public sealed class ExerciseDoseOptionTests
{
    private static readonly ExerciseDose All = new()
    {
        Sets = 3,
        Repetitions = 8,
        Load = new() { Value = 22.5, Unit = "[lb_av]" },
        HoldSeconds = 5,
        Minutes = 20,
        Metres = 400,
        TargetRpe = 13,
        SessionsPerWeek = 3,
        HomeSessionsPerWeek = 5,
    };

    [Fact]
    public void A_dose_is_read_as_it_is_shown()
    {
        Assert.Equal("3 x 8, 22.5 lb, hold 5 s, 20 min, 400 m, RPE 13, clinic 3/week, home 5/week", ExerciseDoseOption.Words(All));
        Assert.Equal(All, ExerciseDoseOption.Parse(ExerciseDoseOption.Words(All)));
    }

    [Fact]
    public void Spaces_order_and_capitals_do_not_matter() => Assert.Equal(All, ExerciseDoseOption.Parse("home5,clinic 3, rpe13,400M,20min,hold5s,22.5LBS,3x8"));

    [Theory]
    [InlineData("18 kg", 18, "kg")]
    [InlineData("level 4", 4, "{level}")]
    public void A_load_is_a_weight_or_a_level(string text, double value, string unit)
    {
        var dose = ExerciseDoseOption.Parse(text)!;
        Assert.Equal(new ExerciseLoad { Value = value, Unit = unit }, dose.Load);
        Assert.Equal(text, ExerciseDoseOption.Words(dose));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a lot")]
    [InlineData("3x")]
    [InlineData("-3x8")]
    [InlineData("3x8, ")]
    [InlineData("25 stone")]
    [InlineData("hold 5 min")]
    [InlineData("99999999999 min")]
    [InlineData("1.2.3 kg")]
    public void Anything_else_is_no_dose(string text) => Assert.Null(ExerciseDoseOption.Parse(text));
}
