namespace CareTeam.EndToEnd.Tests;

/// <summary>A prescriber and a nurse at their terminals: what a rule blocks, overrides and warns of is told where it happens and on the plan's page.</summary>
public sealed class MedicationCommandsTests
{
    [Fact]
    public async Task A_prescription_is_blocked_overridden_tapered_and_seen_on_the_plans_page()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var nurse = await Terminal.SignIn(server, "nurse", "nurse");
        await lead.Succeeds("plan", "create", "Low back pain", "--patient", "Patient/1", "--patient-name", "Ana", "--birth-date", "1980-06-15");
        var plan = (await lead.Json("plan", "list")).GetProperty("plans")[0].GetProperty("planId").GetString()!;
        await lead.Succeeds("team", "add", plan, "--person", "nurse", "--name", "Nurse", "--role", "nurse");

        await nurse.Succeeds("med", "facts", plan, "--egfr", "52", "--no-known-allergies", "yes", "--on", "today", "--from", "laboratory");
        await nurse.Succeeds("med", "report", plan, "Eliquis", "--dose", "5 mg", "--times", "2");
        string[] naproxen = ["med", "prescribe", plan, "naproxen", "--dose", "250 mg", "--times", "2", "--route", "oral", "--for", "back pain", "--until", "+7"];
        var blocked = await lead.Run(naproxen);
        Assert.Equal(1, blocked.ExitCode);
        Assert.Contains("medication.nsaid-anticoagulant", blocked.Errors, StringComparison.Ordinal);
        var prescribed = await lead.Run([.. naproxen, "--override", "medication.nsaid-anticoagulant=Five days, with a PPI."]);
        Assert.True(prescribed.ExitCode == 0, prescribed.Errors);
        Assert.Contains("medication.nsaid-egfr-caution", prescribed.Output, StringComparison.Ordinal);

        var medication = (await lead.Json("med", "list", plan)).GetProperty("plan").GetProperty("medications").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "naproxen");
        var id = medication.GetProperty("medicationId").GetString()!;
        await lead.Succeeds("med", "taper", plan, id[..8], "--step", "+1=250 mg x1", "--until", "+3", "--reason", "Better.");
        var page = (await lead.Run(["plan", "show", plan])).Output;
        foreach (var words in new[] { "none known", "naproxen 250 mg twice a day, oral", "250 mg once a day", "from elsewhere", "Five days, with a PPI.", "eGFR 52", "Overridden rules" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        await lead.Succeeds("med", "stop", plan, id, "--reason", "No longer needed.");
        Assert.Contains("naproxen stopped on", (await lead.Run(["plan", "timeline", plan])).Output, StringComparison.Ordinal);
    }
}
