using CareTeam.Cli.Errors;
using Grpc.Core;
using Spectre.Console;

namespace CareTeam.Cli.Interop;

public static class ImportFiles
{
    private static readonly TimeSpan LargeBundle = TimeSpan.FromMinutes(2);

    public static Command Command()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "FHIR R4 bundles in JSON; a directory stands for its *.json",
            HelpName = "files",
            Arity = ArgumentArity.OneOrMore,
        };
        var leadId = TextOption.Optional("--lead-id", "Physiatrist who shall lead the plans (default: you)", "person");
        var leadName = TextOption.Optional("--lead-name", "Name of that physiatrist", "name");
        var command = new Command("import", "Import the care plans of FHIR bundles; importing a file again makes nothing twice (physiatrists and administrators)")
        {
            files, leadId, leadName,
        };
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var (lead, name) = (parse.GetValue(leadId) ?? "", parse.GetValue(leadName) ?? "");
            var screen = Screen.Of(parse);
            var totals = new ImportTotals();
            await Progressing(screen, Expand(parse.GetRequiredValue(files)), async (file, say) =>
            {
                try
                {
                    var bundle = await File.ReadAllTextAsync(file, cancel);
                    var imported = await connection.Send(new ImportBundleRequest
                    {
                        RequestId = NameBasedUuid.Of("import", lead, name, bundle),
                        BundleJson = bundle,
                        LeadId = lead,
                        LeadName = name,
                    }, cancel, LargeBundle);
                    totals.Add(imported);
                    foreach (var line in ImportWords.Of(file, imported)) say(line);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException || e is RpcException r && !StopsAll(r))
                {
                    totals.AddBroken();
                    say($"{file}: not imported");
                    foreach (var line in e is RpcException refused ? RefusalWords.Of(refused) : [e.Message]) say("  " + line);
                }
            });
            screen.Line(totals.ToString());
            return totals.Broken > 0 ? ExitCode.Refused : ExitCode.Ok;
        });
        return command;
    }

    // With these the next file fares no better.
    private static bool StopsAll(RpcException e) => e.IsUnanswered() || e.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied;

    private static string[] Expand(string[] paths) =>
        [.. paths.SelectMany<string, string>(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*.json").Order(StringComparer.Ordinal) : [p])];

    private static async Task Progressing(Screen screen, string[] files, Func<string, Action<string>, Task> import)
    {
        if (!screen.IsTerminal)
        {
            foreach (var file in files) await import(file, screen.Line);
            return;
        }
        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        await screen.Out.Progress().AutoClear(true).Columns(columns).StartAsync(async bar =>
        {
            var progress = bar.AddTask("Importing", maxValue: files.Length);
            foreach (var file in files)
            {
                progress.Description = Shown.Safe(Path.GetFileName(file));
                // Through the console that draws the bar, so that it moves out of the way.
                await import(file, line => screen.Out.WriteLine(Shown.Plain(line)));
                progress.Increment(1);
            }
        });
    }
}
