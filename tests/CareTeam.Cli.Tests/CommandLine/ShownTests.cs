using CareTeam.Cli.CommandLine;

namespace CareTeam.Cli.Tests.CommandLine;

public sealed class ShownTests
{
    [Fact]
    public void Text_of_others_cannot_steer_the_terminal() => Assert.Equal("a\ufffd[2Jb", Shown.Plain("a\u001b[2Jb"));

    [Theory]
    [InlineData(46, "%", "46 %")]
    [InlineData(50, "[lb_av]", "50 lb")]
    [InlineData(1.5, "", "1.5")]
    public void Numbers_come_with_their_unit_as_people_write_it(double value, string unit, string shown) => Assert.Equal(shown, Shown.Number(value, unit));
}
