namespace CareTeam.Cli.Work;

public static class WorkCommand
{
    public static Command Command()
    {
        var most = new Option<int>("--most") { Description = "The most of each kind, 1 to 200", HelpName = "n", DefaultValueFactory = _ => 50 };
        return new Command("work", "Your day over all of your plans: what is late, due, to accept, to sign, and the command that does it") { most }
            .Reads(parse => new GetWorkRequest { PageSize = parse.GetValue(most) }, WorkPage.Draw);
    }
}
