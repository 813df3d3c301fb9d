using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Notes;

namespace CareTeam.Cli.Tests.Notes;

public sealed class NoteTextTests
{
    [Theory]
    [InlineData("S: better\nO: SLR 80\nmore\n\nA: ok\nP: go on")]
    [InlineData("Subjective: better\r\nObjective: SLR 80\r\nmore\r\nAssessment: ok\r\nPlan: go on")]
    [InlineData("## Subjective\nbetter\n## Objective\nSLR 80\nmore\n## Assessment\nok\n## Plan\ngo on\n")]
    [InlineData("**S:** better\n**O:** SLR 80\nmore\n**A:** ok\n**P:** go on")]
    public void Headings_make_it_soap(string text) =>
        Assert.Equal(new SoapNote { Subjective = "better", Objective = "SLR 80\nmore", Assessment = "ok", Plan = "go on" }, NoteText.Parse(text).Soap);

    [Theory]
    [InlineData("Plan to see him again next week.")]
    [InlineData("Called the employer.\nS: not a heading here")]
    public void Other_text_is_a_narrative(string text) => Assert.Equal(text, NoteText.Parse(text).Narrative);

    [Fact]
    public void Proto3_json_is_taken_as_it_is() => Assert.Equal("x", NoteText.Parse("""{"soap": {"plan": "x"}}""").Soap.Plan);

    [Theory]
    [InlineData(" \n")]
    [InlineData("{\"soup\": 1}")]
    [InlineData("{")]
    public void What_is_no_note_is_not_sent(string text) => Assert.Throws<UsageException>(() => NoteText.Parse(text));
}
