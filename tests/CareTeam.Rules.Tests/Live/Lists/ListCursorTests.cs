using CareTeam.Server.Live.Lists;

namespace CareTeam.Rules.Tests.Live.Lists;

public sealed class ListCursorTests
{
    private static readonly Guid Plan = Guid.Parse("0190c0de-0000-7000-8000-000000000001");

    [Fact]
    public void It_reads_back_as_it_was()
    {
        var cursor = ListCursor.Of(Plan, new PlanSummary { Title = "Low back pain" });
        Assert.True(ListCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
        Assert.Equal(32, cursor.ToString().Length);
    }

    /// <summary>A node of tomorrow's build must take a cursor that one of today's gave for the same.</summary>
    [Fact]
    public void The_same_has_the_same_cursor_for_ever() =>
        Assert.Equal("3sCQAQAAAHCAAAAAAAAAAQMrgtQyTj82", ListCursor.Of(Plan, new PlanSummary { Title = "Low back pain" }).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, but as long as one")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAA\0")]
    public void What_no_list_gave_is_no_cursor(string text) => Assert.False(ListCursor.TryParse(text, out _));
}
