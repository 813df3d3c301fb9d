using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Connection;

namespace CareTeam.Cli.Tests.Connection;

public sealed class ShortIdTests
{
    private static readonly string[] Ids = ["0190c0de-0000-7000-8000-000000000001", "0190c0df-0000-7000-8000-000000000002"];

    [Fact]
    public void The_first_characters_stand_for_the_only_id_that_begins_with_them() => Assert.Equal(Ids[1], ShortIds.Match("task", "0190c0df", Ids));

    [Theory]
    [InlineData("0190", "More than one")]
    [InlineData("ffff", "There is no")]
    public void Doubt_is_told_and_nothing_is_sent(string given, string told) =>
        Assert.Contains(told, Assert.Throws<UsageException>(() => ShortIds.Match("task", given, Ids)).Message, StringComparison.Ordinal);
}
