using CareTeam.Cli.Notes;

namespace CareTeam.Cli.Tests.Notes;

public sealed class NoteSearchTests
{
    [Fact]
    public void Words_are_searched_together_and_what_was_quoted_as_a_phrase() =>
        Assert.Equal("brace \"sharp pain\" -cane", NoteSearch.Query(["brace", "sharp pain", "-cane"]));

    [Fact]
    public void Words_that_were_found_stand_out_and_nothing_in_a_note_is_taken_for_markup() =>
        Assert.Equal("lifts [[25]] lb without [yellow]pain[/] and [yellow]brace[/]", NoteSearch.Marked("lifts [25] lb without **pain** and\n**brace**"));
}
