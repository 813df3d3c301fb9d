namespace CareTeam.Server.Plans;

/// <summary>Texts that are made of others and must fit into a field.</summary>
public static class ShortText
{
    /// <summary>At most so many characters, and no half of a character that is two: such a text cannot be written as JSON.</summary>
    public static string FirstOf(this string text, int longest) =>
        text.Length <= longest ? text : text[..(longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>The same, and three dots where something is left out.</summary>
    public static string Shortened(this string text, int longest) => text.Length <= longest ? text : text.FirstOf(longest) + "...";
}
