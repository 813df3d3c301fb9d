using CareTeam.Cli.Access;

namespace CareTeam.Cli.Demo;

public static class DemoPlay
{
    public static Command Command()
    {
        var organization = new Option<string>("--org")
        {
            Description = "Organization to play in",
            HelpName = "id",
            DefaultValueFactory = _ => DemoPeople.Organization,
        };
        var pause = new Option<int>("--pause")
        {
            Description = "Milliseconds between commands, so that a watcher can look",
            HelpName = "ms",
            DefaultValueFactory = _ => 50,
        };
        var fast = new Option<bool>("--fast") { Description = "No pause" };
        var command = new Command("demo", "Play back pain from the first visit to full duty, eight months in seconds, and smaller plans around it, on a Development server; playing it again changes nothing")
        {
            organization, pause, fast, TokenPrint.DataDirectory, ServerOptions.Server, ServerOptions.RetrySeconds,
        };
        command.SetAction(async (parse, cancel) =>
        {
            var org = parse.GetRequiredValue(organization);
            var wait = TimeSpan.FromMilliseconds(parse.GetValue(fast) ? 0 : Math.Clamp(parse.GetValue(pause), 0, 60_000));
            var tokens = DevelopmentToken.FromDataDirectory(parse.GetRequiredValue(TokenPrint.DataDirectory));
            using var cast = new DemoCast(tokens, org, ServerOptions.Address(parse), ServerOptions.ResendOf(parse));
            var screen = Screen.Of(parse);
            var changed = 0;
            foreach (var story in SmallStories.All) changed += await new DemoStage(cast, org, screen, TimeSpan.Zero).Play(story, cancel);
            Invite(screen, org);
            changed += await new DemoStage(cast, org, screen, wait).Play(BackPainStory.Plan, cancel);
            screen.Line();
            screen.Line(changed == 0 ? "Everything was there already; nothing has changed." : $"{changed} events.");
            Invite(screen, org);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Invite(Screen screen, string org)
    {
        var (lead, planId) = (DemoPeople.Lindqvist, BackPainStory.Plan.PlanId(org));
        screen.Line();
        screen.Line($"The plan of {BackPainStory.Plan.Patient.Name} is {planId}. As {lead.Name}, from another terminal:");
        screen.Line($"  export CARETEAM_TOKEN=$(careteam token --org {org} --person {lead.PersonId} --name '{lead.Name}' --role {lead.Role.ToWords()})");
        screen.Line($"  careteam watch {planId}");
        screen.Line($"  careteam plan show {planId}");
        screen.Line($"  careteam outcome trend {planId} odi");
        screen.Line("  careteam task list --due-by today");
        screen.Line();
    }
}
