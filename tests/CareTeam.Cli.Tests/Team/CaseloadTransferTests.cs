using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Team;
using CareTeam.Cli.Tests.CommandLine;

namespace CareTeam.Cli.Tests.Team;

public sealed class CaseloadTransferTests
{
    [Theory]
    [InlineData("pt-rivera:physical-therapist:Tomás Rivera", "pt-rivera", Role.PhysicalTherapist, "Tomás Rivera")]
    [InlineData("urn:uuid:7:nurse:Grace: Mbeki", "urn:uuid:7", Role.Nurse, "Grace: Mbeki")]
    public void A_target_is_an_id_a_role_and_a_name(string text, string id, Role role, string name) =>
        Assert.Equal(new Person { PersonId = id, Role = role, Name = name }, TargetOption.Parse(text));

    [Theory]
    [InlineData("pt-rivera")]
    [InlineData("pt-rivera:wizard:Tomás")]
    [InlineData(":nurse:Grace")]
    [InlineData("rn:nurse:")]
    public async Task What_is_none_is_refused_before_anything_is_sent(string text)
    {
        var (code, _, error) = await Careteam.Run("caseload", "transfer", "--from", "a", "--to", text, "--reason", "r", "--token", "any", "--server", "http://127.0.0.1:1");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("ID:ROLE:NAME", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_item_is_told_with_its_reason()
    {
        Assert.Equal("task 0190c0de to pt-two: Of physical-therapy.", CaseloadWords.Of(new()
        {
            Kind = CaseloadItemKind.Task,
            TaskId = "0190c0de-0000-7000-8000-000000000001",
            ToPersonId = "pt-two",
            Outcome = TransferOutcome.Moved,
            Reason = "Of physical-therapy.",
        }));
        Assert.Equal("lead, stays: No target may lead.", CaseloadWords.Of(new() { Kind = CaseloadItemKind.Lead, Outcome = TransferOutcome.Failed, Reason = "No target may lead." }));
        Assert.Equal("supervision of pta to pt-two: r", CaseloadWords.Of(new() { Kind = CaseloadItemKind.Supervision, PersonId = "pta", ToPersonId = "pt-two", Reason = "r" }));
    }
}
