using System.Globalization;

namespace CareTeam.EndToEnd.Tests;

/// <summary>The work-up as a physiatrist types it: examined, ordered, refused, overridden, resulted, and read again.</summary>
public sealed class WorkUpCommandLineTests
{
    [Fact]
    public async Task An_examination_a_refused_order_and_a_signed_result_are_told_by_the_plan()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var plan = (await lead.Json("plan", "create", "Back pain", "--patient", "Patient/1", "--patient-name", "Ana")).GetProperty("planId").GetString()!;
        await lead.Succeeds("plan", "activate", plan);
        await lead.Succeeds("exam", "record", plan, "strength L5 left 4", "reflex achilles left 2", "--examined-at", "2026-01-05T10:00");
        var worse = await lead.Run(["exam", "record", plan, "strength L5 left 2", "test slr left positive 30 leg pain"]);
        Assert.Contains("exam.severe-motor-deficit", worse.Output, StringComparison.Ordinal);

        string[] mri = ["order", "study", plan, "Root compression?", "--modality", "mri", "--region", "lumbar-spine", "--indication", "persistent-after-management"];
        var refused = await lead.Run(mri);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("imaging.prior-care", refused.Errors, StringComparison.Ordinal);
        var noteFile = Path.Combine(server.Folder, "history.txt");
        await File.WriteAllTextAsync(noteFile, "Eight weeks of NSAID and exercises under his GP.");
        var note = (await lead.Json("note", "submit", plan, "--file", noteFile)).GetProperty("noteId").GetString()!;
        var since = DateTime.UtcNow.AddDays(-56).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await lead.Succeeds([.. mri, "--care-since", since, "--care-note", note[..13]]);

        var emg = (await lead.Json("order", "study", plan, "L5 or peroneal?", "--modality", "emg-ncs", "--region", "lower-limb", "--side", "left", "--indication", "radiculopathy-or-entrapment"))
            .GetProperty("studyId").GetString()!;
        var report = Path.Combine(server.Folder, "report.txt");
        await File.WriteAllTextAsync(report, "As dictated.");
        await lead.Succeeds("order", "result", plan, emg[..13], "needle tibialis-anterior left abnormal fib 2", "needle gluteus-medius left abnormal fib 1", "conclude radiculopathy L5 left mild",
            "--performed", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--impression", "Mild L5 radiculopathy.", "--report", report);
        Assert.Contains("As dictated.", (await lead.Run(["order", "report", plan, emg[..13]])).Output, StringComparison.Ordinal);

        var page = (await lead.Run(["plan", "show", plan])).Output;
        foreach (var words in new[] { "4/5 -> 2/5", "MRI, lumbar spine, without contrast", "mild left L5 radiculopathy", "fibrillations 2+" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("positive at 30 degrees: leg pain", (await lead.Run(["exam", "show", plan])).Output, StringComparison.Ordinal);
        Assert.Contains("Result of EMG/NCS, left lower limb: Mild L5 radiculopathy.", (await lead.Run(["plan", "timeline", plan])).Output, StringComparison.Ordinal);
    }
}
