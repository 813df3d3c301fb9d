using System.Text.RegularExpressions;

namespace CareTeam.EndToEnd.Tests;

/// <summary>A therapist's day at a terminal, from the list of work to the signed note, by the commands that the list itself names.</summary>
public sealed class TherapistsDayTests
{
    [Fact]
    public async Task From_work_to_the_signed_note()
    {
        await using var server = await ServerProcess.Start();
        var lead = await Terminal.SignIn(server, "dr-lead", "physiatrist");
        var therapist = await Terminal.SignIn(server, "pt-one", "physical-therapist");
        var assistant = await Terminal.SignIn(server, "pta-one", "physical-therapist-assistant");
        var plan = (await lead.Json("plan", "create", "Back pain", "--patient", "Patient/1", "--patient-name", "Ana Example")).GetProperty("planId").GetString()!;
        await lead.Succeeds("team", "add", plan, "--person", "pt-one", "--name", "Paula One", "--role", "physical-therapist");
        await lead.Succeeds("team", "add", plan, "--person", "pta-one", "--name", "Assi", "--role", "physical-therapist-assistant", "--supervisor", "pt-one");
        await lead.Succeeds("plan", "activate", plan);
        var diagnosis = (await lead.Json("diagnosis", "add", plan, "Radiculopathy, lumbar", "--code", "M54.16")).GetProperty("diagnosisId").GetString()!;
        var goal = (await lead.Json("goal", "add", plan, "Lift 50 lb", "--measure", "lift", "--target", "50", "--due", "+60")).GetProperty("goalId").GetString()!;
        await lead.Succeeds("therapy", "order", plan, "--discipline", "physical-therapy", "--type", "core strengthening", "--diagnosis", diagnosis, "--goal", goal,
            "--per-week", "3", "--weeks", "6", "--start", "today", "--therapist", "pt-one");

        // The morning: a treatment was asked for, and is due today.
        Assert.Contains("nothing waits for you", (await assistant.Run(["work"])).Output, StringComparison.Ordinal);
        await Do(therapist, "Physical therapy: core strengthening", "task accept");
        Assert.Contains("Due today (1)", (await therapist.Run(["work"])).Output, StringComparison.Ordinal);
        await Do(therapist, "core strengthening, 0 of 18 done", "session log", "--pain", "5>3", "--minutes", "45", "--response", "Lifts 25 lb.");
        var note = Path.Combine(server.Folder, "note.txt");
        await File.WriteAllTextAsync(note, "S: Less pain.\nO: Lifts 25 lb without sharp pain.\nA: On course.\nP: 30 lb.");
        await therapist.Succeeds("note", "submit", plan, "--file", note);

        // The assistant's note waits in the therapist's list until it is signed.
        await assistant.Succeeds("note", "submit", plan, "--file", note);
        await Do(therapist, "by Name of pta-one", "note cosign");
        var evening = (await therapist.Run(["work"])).Output;
        Assert.DoesNotContain("To co-sign", evening, StringComparison.Ordinal);
        Assert.DoesNotContain("Due today", evening, StringComparison.Ordinal);
        Assert.Contains("1 of 18 done", evening, StringComparison.Ordinal);

        // And it can be read back: by its words, and by what the day changed.
        var found = (await therapist.Run(["note", "search", "lifting", "sharp pain"])).Output;
        Assert.Equal(2, Regex.Count(found, "Ana Example, Back pain"));
        var diff = (await lead.Run(["plan", "diff", plan, "--from", "1"])).Output;
        Assert.Contains("+ Goal \"Lift 50 lb\" added.", diff, StringComparison.Ordinal);
        Assert.Contains("Version 1 to ", diff, StringComparison.Ordinal);
        Assert.Contains("nothing differs", (await lead.Run(["plan", "diff", plan, "--from", "5", "--to", "5"])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Lift 50 lb", (await lead.Run(["plan", "show", plan, "--at", "1"])).Output, StringComparison.Ordinal);
        Assert.Contains("Lift 50 lb", (await lead.Run(["plan", "show", plan, "--at", "today"])).Output, StringComparison.Ordinal);
    }

    /// <summary>Does what the line of the list says that does it.</summary>
    private static async Task Do(Terminal who, string what, string command, params string[] more)
    {
        var work = (await who.Run(["work"])).Output;
        var line = work.Split('\n').FirstOrDefault(l => l.Contains(what, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"'{what}' is not in\n{work}");
        Assert.Contains(command, line, StringComparison.Ordinal);
        await who.Succeeds([.. line[line.IndexOf(command, StringComparison.Ordinal)..].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries), .. more]);
    }
}
