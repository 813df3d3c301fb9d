using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareTeam.EndToEnd.Tests;

/// <summary>The README's way, as a newcomer types it: real bundles, and a watch in another terminal that lives through a restart.</summary>
public sealed partial class CommandLineTests
{
    [Fact]
    public async Task Bundles_are_imported_a_note_submitted_a_task_reassigned_and_a_watch_tells_of_each()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var therapist = await Terminal.SignIn(server, "pt-one", "physical-therapist");

        var imported = await lead.Run(["import", .. SampleBundles.Files]);
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Errors);
        var plans = (await lead.Json("plan", "list", "--status", "active")).GetProperty("plans");
        Assert.NotEqual(0, plans.GetArrayLength());
        var again = await lead.Run(["import", .. SampleBundles.Files]);
        Assert.Equal(0, again.ExitCode);

        var plan = await PlanWithOpenTask(lead, plans);
        var version = plan.GetProperty("version").GetInt32();
        var (planId, taskId) = (plan.GetProperty("planId").GetString()!, OpenTask(plan)!.Value.GetProperty("taskId").GetString()!);
        using var watch = lead.Open("watch", planId, "--after", $"{version}");

        await lead.Succeeds("team", "add", planId, "--person", "pt-one", "--name", "Paula One", "--role", "physical-therapist");
        var noteFile = Path.Combine(server.Folder, "note.txt");
        await File.WriteAllTextAsync(noteFile, "Walked 400 m without a rest.");
        await therapist.Succeeds("note", "submit", planId, "--file", noteFile);
        await server.Kill();
        await server.Start();
        await lead.Succeeds("task", "reassign", planId, taskId, "--to", "pt-one");

        var lines = await watch.Until("reassign|gives", TimeSpan.FromMinutes(2));
        Assert.Equal([version + 1, version + 2, version + 3], lines.Select(l => VersionAtStart().Match(l)).Where(m => m.Success).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"(?<=^\s*)\d+(?=\s)")]
    private static partial Regex VersionAtStart();

    [Fact]
    public async Task A_watch_that_nobody_reads_any_more_ends_and_leaves_its_cursor_at_what_was_read()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var planId = (await lead.Json("plan", "create", "Low back pain", "--patient", "Patient/1", "--patient-name", "Ana Example")).GetProperty("planId").GetString()!;
        var cursor = Path.Combine(server.Folder, "cursor");
        using var watch = lead.Open("watch", planId, "--cursor", cursor);
        await watch.Until(@"^\s*1\s", TimeSpan.FromMinutes(2));
        await Until.True(() => Task.FromResult(File.Exists(cursor)), TimeSpan.FromSeconds(30), () => "There is no cursor.");
        watch.StopReading();

        await lead.Succeeds("team", "add", planId, "--person", "pt-one", "--name", "Paula One", "--role", "physical-therapist");
        Assert.Equal((141, ""), await watch.End(TimeSpan.FromMinutes(1)));
        Assert.Equal($"{planId} 1", (await File.ReadAllTextAsync(cursor)).Trim());
    }

    [Fact]
    public async Task A_refusal_is_told_in_words_and_by_the_exit_code()
    {
        await using var server = await ServerProcess.Start();
        var stranger = await Terminal.SignIn(server, "stranger", "physiatrist");
        var missing = await stranger.Run(["plan", "show", Guid.NewGuid().ToString()]);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("There is no plan", missing.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await stranger.Run(["plan", "no-such-command"])).ExitCode);
    }

    [Fact]
    public async Task Lists_and_presence_are_watched_over_gRPC_and_SignalR()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var planId = (await lead.Json("plan", "create", "Low back pain", "--patient", "Patient/1", "--patient-name", "Ana Example")).GetProperty("planId").GetString()!;
        await lead.Succeeds("task", "add", planId, "Evaluate lifting", "--kind", "evaluation", "--discipline", "physical-therapy", "--assignee", "dr-lead", "--due", "2099-03-01");
        foreach (var road in new string[][] { [], ["--signalr", "--hub", $"{server.HttpAddress}/hubs/care"] })
        {
            Assert.Matches("version 2, draft: Low back pain of Ana Example, .*1 open task, next due 2099-03-01", await Printed("watch-caseload", road));
            Assert.Contains("\"Evaluate lifting\" requested", await Printed("watch-worklist", road), StringComparison.Ordinal);
            Assert.Contains("for Ana Example", await Printed("watch-worklist", [.. road, "--discipline", "physical-therapy"]), StringComparison.Ordinal);
            Assert.Equal("nobody", (await Printed("watch-presence", [.. road, planId])).Trim());
        }

        async Task<string> Printed(string command, string[] options)
        {
            var run = await lead.Run([command, "--once", .. options]);
            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            return run.Output;
        }
    }

    private static async Task<JsonElement> PlanWithOpenTask(Terminal lead, JsonElement plans)
    {
        foreach (var summary in plans.EnumerateArray())
        {
            var plan = (await lead.Json("plan", "show", summary.GetProperty("planId").GetString()!)).GetProperty("plan");
            if (OpenTask(plan) is not null) return plan;
        }
        throw new Xunit.Sdk.XunitException("No imported plan has an open task.");
    }

    private static JsonElement? OpenTask(JsonElement plan) => !plan.TryGetProperty("tasks", out var tasks)
        ? null
        : tasks.EnumerateArray().Where(t => t.GetProperty("status").GetString() == "TASK_STATUS_IN_PROGRESS").Select(t => (JsonElement?)t).FirstOrDefault();
}
