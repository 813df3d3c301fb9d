namespace CareTeam.EndToEnd.Tests;

/// <summary>The team at a terminal: an assistant under a supervisor, a co-signature, a hand-over, and a caseload that changes hands.</summary>
public sealed class TeamCommandLineTests
{
    [Fact]
    public async Task An_assistant_is_supervised_and_co_signed_a_plan_handed_over_and_a_caseload_transferred()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var other = await Terminal.SignIn(server, "dr-other", "pain-physician");
        var therapist = await Terminal.SignIn(server, "pt-one", "physical-therapist");
        var assistant = await Terminal.SignIn(server, "pta-one", "physical-therapist-assistant");
        var plan = (await lead.Json("plan", "create", "Back pain", "--patient", "Patient/1", "--patient-name", "Ana")).GetProperty("planId").GetString()!;
        await lead.Succeeds("team", "add", plan, "--person", "pt-one", "--name", "Paula One", "--role", "physical-therapist");
        await lead.Succeeds("team", "add", plan, "--person", "pta-one", "--name", "Assi", "--role", "physical-therapist-assistant");
        await lead.Succeeds("team", "add", plan, "--person", "dr-other", "--name", "Otto", "--role", "pain-physician");

        var note = Path.Combine(server.Folder, "note.txt");
        await File.WriteAllTextAsync(note, "Walked 400 m.");
        var refused = await assistant.Run(["note", "submit", plan, "--file", note]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("assistant.supervised", refused.Errors, StringComparison.Ordinal);
        await lead.Succeeds("team", "supervise", plan, "--assistant", "pta-one", "--by", "pt-one");
        await assistant.Succeeds("note", "submit", plan, "--file", note);

        var waiting = (await therapist.Json("note", "to-cosign")).GetProperty("notes")[0].GetProperty("summary").GetProperty("noteId").GetString()!;
        var shown = (await lead.Run(["plan", "show", plan])).Output;
        Assert.Contains("under Paula One", shown, StringComparison.Ordinal);
        Assert.Contains("Waits for the co-signature of Paula One", shown, StringComparison.Ordinal);
        await therapist.Succeeds("note", "cosign", plan, waiting[..13]);
        Assert.Contains("Co-signed", (await lead.Run(["note", "list", plan])).Output, StringComparison.Ordinal);
        Assert.Contains("No notes.", (await therapist.Run(["note", "to-cosign"])).Output, StringComparison.Ordinal);

        await lead.Succeeds("handover", "propose", plan, "--to", "dr-other", "--reason", "Leave.");
        await other.Succeeds("handover", "decline", plan, "--reason", "Full.");
        await lead.Succeeds("handover", "propose", plan, "--to", "dr-other", "--reason", "Leave.");
        Assert.Contains("Hand-over", (await lead.Run(["plan", "show", plan])).Output, StringComparison.Ordinal);
        await other.Succeeds("handover", "accept", plan);

        string[] transfer = ["caseload", "transfer", "--from", "pt-one", "--to", "pt-two:physical-therapist:Petra Two", "--reason", "Moves."];
        var administrator = await Terminal.SignIn(server, "admin", "administrator");
        Assert.Contains("Would move: 1 of 1 plans.", (await administrator.Run([.. transfer, "--dry-run"])).Output, StringComparison.Ordinal);
        var moved = await administrator.Json([.. transfer, "--request-id", "0190c0de-0000-7000-8000-000000000077"]);
        Assert.Equal("TRANSFER_OUTCOME_MOVED", moved.GetProperty("plans")[0].GetProperty("outcome").GetString());
        Assert.Equal(moved.GetRawText(), (await administrator.Json([.. transfer, "--request-id", "0190c0de-0000-7000-8000-000000000077"])).GetRawText());
        Assert.Contains("under Petra Two", (await other.Run(["plan", "show", plan])).Output, StringComparison.Ordinal);
    }
}
