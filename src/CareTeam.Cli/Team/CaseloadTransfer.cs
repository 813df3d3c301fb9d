using CareTeam.Cli.Interop;

namespace CareTeam.Cli.Team;

public static class CaseloadTransfer
{
    /// <summary>A thousand plans on a busy server.</summary>
    private static readonly TimeSpan LongTransfer = TimeSpan.FromMinutes(5);

    public static Command Command()
    {
        var from = TextOption.Required("--from", "Person whose open tasks, memberships, leads and supervisions are transferred", "person");
        var targets = TargetOption.New();
        var plans = IdOption.OfMany("--plan", "plan", "that it is limited to");
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing; tell what would become of each item" };
        var reason = TextOption.Required("--reason", "Why");
        var command = new Command("transfer", "Move all that one person has to others; each plan as a whole or not at all (administrators; physiatrists their own, and on plans that they lead)")
        {
            from, targets, plans, dryRun, reason, Sending.RequestId, Reading.Json,
        };
        command.Connects().SetAction(async (parse, cancel) =>
        {
            using var connection = parse.Connect();
            var request = new TransferCaseloadRequest
            {
                RequestId = Sending.RequestIdOf(parse),
                FromPersonId = parse.GetValue(from),
                Targets = { parse.GetRequiredValue(targets) },
                PlanIds = { parse.GetValue(plans) },
                DryRun = parse.GetValue(dryRun),
                Reason = parse.GetValue(reason),
            };
            await connection.Lengthen(request, cancel);
            var whole = await parse.OrTellsHowToRepeat(request.RequestId, () => Whole(connection, request, cancel));
            var screen = Screen.Of(parse);
            if (parse.GetValue(Reading.Json)) screen.Json(whole);
            else CaseloadWords.Show(screen, whole, request.DryRun);
            return whole.Plans.Any(p => p.Outcome == TransferOutcome.Failed) ? ExitCode.Refused : ExitCode.Ok;
        });
        return command;
    }

    /// <summary>A long caseload takes several calls. Their ids follow from the first one's, so that giving it again repeats all of them.</summary>
    private static async Task<TransferCaseloadResponse> Whole(ServerConnection connection, TransferCaseloadRequest request, CancellationToken cancel)
    {
        var (whole, first) = (new TransferCaseloadResponse(), request.RequestId);
        do
        {
            var answer = await connection.Send(request, cancel, LongTransfer);
            whole.Plans.Add(answer.Plans);
            request.AfterPlanId = answer.ContinueAfterPlanId;
            request.RequestId = NameBasedUuid.Of(first, request.AfterPlanId);
        }
        while (request.AfterPlanId.Length > 0);
        return whole;
    }
}
