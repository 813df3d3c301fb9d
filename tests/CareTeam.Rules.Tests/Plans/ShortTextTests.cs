namespace CareTeam.Rules.Tests.Plans;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc", "abc")]
    [InlineData("abcd", 3, "abc", "abc...")]
    [InlineData("ab\ud83d\ude00", 3, "ab", "ab...")]
    [InlineData("a\ud83d\ude00b", 3, "a\ud83d\ude00", "a\ud83d\ude00...")]
    [InlineData("", 0, "", "")]
    public void It_is_never_longer_and_never_half_a_character(string text, int longest, string first, string shortened)
    {
        Assert.Equal(first, text.FirstOf(longest));
        Assert.Equal(shortened, text.Shortened(longest));
    }
}
