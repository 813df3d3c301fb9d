using System.CommandLine.Invocation;
using CareTeam.Cli.Access;
using CareTeam.Cli.Demo;
using CareTeam.Cli.Diagnostics;
using CareTeam.Cli.Errors;
using CareTeam.Cli.Interop;
using CareTeam.Cli.Live;
using CareTeam.Cli.Medications;
using CareTeam.Cli.Notes;
using CareTeam.Cli.Outcomes;
using CareTeam.Cli.Plans;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Rules;
using CareTeam.Cli.Tasks;
using CareTeam.Cli.Team;
using CareTeam.Cli.Therapy;
using CareTeam.Cli.Work;
using Grpc.Core;

namespace CareTeam.Cli.CommandLine;

/// <summary>All of `careteam`, and the one place where a failure becomes an exit code.</summary>
public static class CareTeamRoot
{
    public static RootCommand Command() => new("Care plans of a physiatrist-led team, from the command line. Ids may be shortened to their first characters.")
    {
        TokenPrint.Command(),
        WorkCommand.Command(),
        PlanCommands.Group(),
        DiagnosisCommands.Group(),
        GoalCommands.Group(),
        FlagCommands.Group(),
        TeamCommands.Group(),
        HandoverCommands.Group(),
        CaseloadCommands.Group(),
        TaskCommands.Group(),
        NoteCommands.Group(),
        ExamCommands.Group(),
        StudyCommands.Group(),
        MedicationCommands.Group(),
        AllergyCommands.Group(),
        BlockCommands.Group(),
        PainGeneratorCommands.Group(),
        ProcedureCommands.Group(),
        TherapyCommands.Group(),
        TherapyCommands.Sessions(),
        TherapyCommands.Home(),
        TherapyCommands.Reports(),
        DeviceCommands.Group(),
        EducationCommands.Group(),
        OutcomeCommands.Group(),
        WatchCommand.Command(),
        CaseloadWatch.Command(),
        WorklistWatch.Command(),
        PresenceWatch.Command(),
        RuleCommands.Group(),
        ImportFiles.Command(),
        DemoPlay.Command(),
    };

    public static async Task<int> Run(string[] args, InvocationConfiguration configuration)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var parse = Command().Parse(args);
        var badUsage = parse.Action as ParseErrorAction;
        // A group without a command asks what there is; a wrong option only needs to hear what is wrong.
        if (badUsage is not null) badUsage.ShowHelp = parse.CommandResult.Command.Subcommands.Count > 0;
        try
        {
            var code = await parse.InvokeAsync(configuration);
            return badUsage is null ? code : ExitCode.Usage;
        }
        catch (Exception e)
        {
            return Failed(e, configuration.Error) ?? throw new InvalidOperationException("careteam has a fault", e);
        }
    }

    private static int? Failed(Exception failure, TextWriter error)
    {
        switch (failure)
        {
            case RpcException refused:
                foreach (var line in RefusalWords.Of(refused)) error.WriteLine(line);
                return RefusalWords.ExitCodeOf(refused);
            case IOException output when PipedOutput.IsUnread(output):
                return ExitCode.Unread;
            case UsageException or IOException or UnauthorizedAccessException:
                error.WriteLine(failure.Message);
                return ExitCode.Usage;
            case HttpRequestException:
                error.WriteLine($"The server is out of reach: {failure.Message}");
                return ExitCode.Unreachable;
            case OperationCanceledException:
                return ExitCode.Interrupted;
            default:
                return null;
        }
    }
}
