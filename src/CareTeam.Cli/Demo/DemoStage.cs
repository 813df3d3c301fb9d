using CareTeam.Cli.Rules;
using Google.Rpc;
using Grpc.Core;

namespace CareTeam.Cli.Demo;

/// <summary>Plays a story on the server, command by command, each by its own person, and says in words what happens.</summary>
public sealed class DemoStage(DemoCast cast, string organization, Screen screen, TimeSpan pause)
{
    private const string Indent = "       ";

    /// <summary>How many events it took; 0 when all of it was there already.</summary>
    public async Task<int> Play(DemoStory story, CancellationToken cancel)
    {
        var lead = cast.As(DemoPeople.Lindqvist);
        var planId = (await lead.Send(story.Opening(organization), cancel)).PlanId;
        var opened = (await lead.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan;
        // Days count from the day on which the plan was opened, so that a later run sends the same requests.
        var pen = new DemoPen(story, organization, DateOnly.FromDateTime(opened.CreatedAt.ToDateTime()));
        story.Tell(pen);
        screen.Line();
        screen.Line($"{story.Title} ({story.Patient.Name}), {pen.Steps.Count + 1} commands");
        var (version, isNew, chapter) = (opened.Version, opened.Version == 1, "");
        foreach (var step in pen.Steps)
        {
            if (step.Chapter.Length > 0) chapter = step.Chapter;
            // A refusal leaves nothing behind, so it shows only where the command before it has just been given for the first time.
            if (step.RefusedBy.Length > 0 && !isNew) continue;
            var words = step.RefusedBy.Length > 0 ? await Refused(step, cancel) : [];
            if (step.RefusedBy.Length == 0)
            {
                var reply = await step.Send(cast.As(step.By), cancel);
                isNew = reply.Version > version;
                if (!isNew) continue;
                version = reply.Version;
                words = [.. OverrideOption.Words(OverrideOption.FindingsIn(reply))];
            }
            if (chapter.Length > 0) screen.Line($"\n  {chapter}");
            chapter = "";
            if (step.Words.Length == 0) continue;
            screen.Line(step.RefusedBy.Length > 0 ? $"    --  {step.By.Name} {step.Words}: REFUSED" : $"{version,6}  {step.By.Name} {step.Words}");
            foreach (var line in words) screen.Line($"{Indent} {line}");
            await Task.Delay(pause, cancel);
        }
        return opened.Version == 1 ? version : version - opened.Version;
    }

    /// <summary>Which rule refuses, and what is missing; a story that is not refused where it says so is wrong.</summary>
    private async Task<IReadOnlyList<string>> Refused(DemoStep step, CancellationToken cancel)
    {
        try
        {
            await step.Send(cast.As(step.By), cancel);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition && Violations(e).Any(v => v.Type == step.RefusedBy))
        {
            return [.. Violations(e).Select(v => Shown.Plain($"{v.Type}: {v.Description}"))];
        }
        throw new UsageException($"{step.By.Name} {step.Words}: the server let it pass, and the demo expects {step.RefusedBy} to refuse it.");
    }

    private static IEnumerable<PreconditionFailure.Types.Violation> Violations(RpcException e) => e.GetRpcStatus()?.GetDetail<PreconditionFailure>()?.Violations ?? [];
}
