namespace CareTeam.Cli.Demo;

/// <summary>Plays a story on the server, command by command, each by its own person.</summary>
public sealed class DemoStage(DemoCast cast, string organization, Screen screen, TimeSpan pause)
{
    /// <summary>How many events it took; 0 when all of it was there already.</summary>
    public async Task<int> Play(DemoStory story, CancellationToken cancel)
    {
        var lead = cast.As(DemoPeople.Lindqvist);
        var planId = (await lead.Send(story.Opening(organization), cancel)).PlanId;
        var opened = (await lead.Send(new GetPlanRequest { PlanId = planId }, cancel)).Plan;
        // Days count from the day on which the plan was opened, so that a later run sends the same requests.
        var pen = new DemoPen(story, organization, DateOnly.FromDateTime(opened.CreatedAt.ToDateTime()));
        story.Tell(pen);
        screen.Line($"{story.Title} ({story.Patient.Name}), {pen.Steps.Count + 1} commands");
        var version = opened.Version;
        foreach (var step in pen.Steps)
        {
            var reply = await step.Send(cast.As(step.By), cancel);
            if (reply.Version <= version) continue;
            version = reply.Version;
            screen.Line($"{version,5}  {step.By.Name} {step.Words}");
            await Task.Delay(pause, cancel);
        }
        return opened.Version == 1 ? version : version - opened.Version;
    }
}
