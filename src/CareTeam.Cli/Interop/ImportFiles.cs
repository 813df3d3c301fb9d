using CareTeam.Cli.Errors;
using Grpc.Core;
using Spectre.Console;

namespace CareTeam.Cli.Interop;

public static class ImportFiles
{
    private static readonly TimeSpan LargeBundle = TimeSpan.FromMinutes(2);

    public static Command Command()
    {
        var files = new Argument<string[]>("files") { Description = "FHIR R4 bundles in JSON; a directory stands for its *.json", HelpName = "files", Arity = ArgumentArity.OneOrMore };
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
            await Progressing(screen, Expand(parse.GetRequiredValue(files)), async file =>
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
                    foreach (var line in ImportWords.Of(file, imported)) screen.Line(line);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException || e is RpcException r && !StopsAll(r))
                {
                    totals.AddBroken();
                    screen.Line($"{file}: not imported");
                    foreach (var line in e is RpcException refused ? RefusalWords.Of(refused) : [e.Message]) screen.Line("  " + line);
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

    private static async Task Progressing(Screen screen, string[] files, Func<string, Task> import)
    {
        if (!screen.IsTerminal)
        {
            foreach (var file in files) await import(file);
            return;
        }
        await screen.Out.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async bar =>
        {
            var progress = bar.AddTask("Importing", maxValue: files.Length);
            foreach (var file in files)
            {
                progress.Description = Shown.Safe(Path.GetFileName(file));
                await import(file);
                progress.Increment(1);
            }
        });
    }
}
