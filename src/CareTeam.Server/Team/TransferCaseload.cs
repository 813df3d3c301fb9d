using Google.Protobuf;
using Marten;

namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<TransferCaseloadResponse> TransferCaseload(TransferCaseloadRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Moves all that one person has to others, plan by plan: each in a transaction of its own, with a receipt of its own that remembers what became of it. Which plans it is
/// about is remembered before the first of them is touched. So a repeat, after a crash anywhere, finishes what is missing and answers the same.
/// </summary>
public sealed class TransferCaseload(
    IDocumentStore store, PlanStore plans, ReceiptStore receipts, StartedTransfers started, CommitQueue commits, RuleTable rules, ScopeOfPractice scope, TimeProvider clock)
    : RpcUseCase<TransferCaseloadRequest, TransferCaseloadResponse>
{
    /// <summary>Plans at a time: enough for their commits to be grouped, few enough to leave the store to others.</summary>
    private const int AtOnce = 8;

    public override Permission Who => Permission.Anywhere(Capability.TransferCaseload);

    protected override void Validate(TransferCaseloadRequest request, Violations violations)
    {
        violations.Required("request_id", request.RequestId);
        violations.Required("from_person_id", request.FromPersonId);
        violations.Text("reason", request.Reason, 2000);
        violations.AtMost("plan_ids", request.PlanIds, CaseloadPlans.MostPlans);
        if (request.Targets.Count is 0 or > 20) violations.Add("targets", "must be 1 to 20 persons");
        if (request.Targets.DistinctBy(t => t.PersonId).Count() != request.Targets.Count) violations.Add("targets", "names the same person twice");
        for (var i = 0; i < request.Targets.Count; i++)
        {
            var target = request.Targets[i];
            violations.Required($"targets[{i}].person_id", target.PersonId);
            if (target.PersonId == request.FromPersonId) violations.Add($"targets[{i}].person_id", "is the person whose caseload it is");
            violations.Text($"targets[{i}].name", target.Name, 200);
            violations.Required($"targets[{i}].role", target.Role);
            if (!target.Role.IsClinician()) violations.Add($"targets[{i}].role", "is no clinician's");
        }
    }

    public override async Task<TransferCaseloadResponse> Answer(TransferCaseloadRequest request, Caller caller, CancellationToken cancel)
    {
        if (!request.DryRun && await receipts.Find(caller, request, cancel) is { } remembered) return remembered;
        var transfer = new CaseloadTransfer(rules, scope, request, caller);
        var caseload = request.DryRun ? await Caseload() : await started.FindOrRemember(caller, request, Caseload, cancel);
        var known = request.DryRun ? [] : await receipts.Answers(caller, request, caseload.PlanIds.Select(id => ReceiptId(request, id)), cancel);
        var told = new PlanCaseload[caseload.PlanIds.Count];
        await Parallel.ForAsync(0, told.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, stop) =>
        {
            var key = new PlanKey(caller.Organization, caseload.PlanIds[i]);
            told[i] = request.DryRun ? await Rehearse(transfer, caller, key, stop)
                : known.TryGetValue(ReceiptId(request, key.PlanId), out var before) ? PlanCaseload.Parser.ParseFrom(before)
                : await Move(transfer, request, caller, key, stop);
        });
        var response = new TransferCaseloadResponse { Plans = { told }, ContinueAfterPlanId = caseload.ContinueAfterPlanId };
        if (!request.DryRun) await commits.Commit(new(caller.Organization, [], Receipt.For(caller, request, response)));
        return response;

        async Task<CaseloadPlans> Caseload()
        {
            await using var session = store.QuerySession(caller.Organization);
            return await CaseloadPlans.Of(session, request, caller, cancel);
        }
    }

    /// <summary>Takes the result of another delivery of the same request when that was faster.</summary>
    private async Task<PlanCaseload> Move(CaseloadTransfer transfer, TransferCaseloadRequest request, Caller caller, PlanKey key, CancellationToken cancel)
    {
        try
        {
            return await PlanDecision.AgainWhenStale(async () =>
            {
                using var turn = await plans.TakeTurn(key, cancel);
                var (change, told) = await PlanDecision.OnCurrentState(turn, () => Task.FromResult(Decide(transfer, caller, key, turn.Plan, turn.AtMostBytes)), d => d.Change, cancel);
                await turn.Commit(change, new(ReceiptId(request, key.PlanId), Receipt.Hash(caller, request), told.ToByteArray()));
                return told;
            }, cancel);
        }
        catch (RequestIdTakenException)
        {
            return PlanCaseload.Parser.ParseFrom((await receipts.Answers(caller, request, [ReceiptId(request, key.PlanId)], cancel)).Values.Single());
        }
    }

    private async Task<PlanCaseload> Rehearse(CaseloadTransfer transfer, Caller caller, PlanKey key, CancellationToken cancel)
    {
        var plan = await plans.Read(key, cancel);
        return Decide(transfer, caller, key, plan, plan.CalculateSize()).Told;
    }

    /// <summary>A plan that cannot hold what is to be moved keeps all of it, and the others are moved.</summary>
    private (PlanChange Change, PlanCaseload Told) Decide(CaseloadTransfer transfer, Caller caller, PlanKey key, CarePlan plan, int bytes)
    {
        var now = Clock.Now(clock, plan.UpdatedAt);
        var (events, told) = transfer.Decide(plan, now);
        try
        {
            return (PlanDecision.Change(key, plan, bytes, caller.Person, now, events), told);
        }
        catch (CareTeamException e) when (e.Kind == ErrorKind.Refused)
        {
            return (new(key, plan, plan, []), new() { PlanId = plan.PlanId, Version = plan.Version, Outcome = TransferOutcome.Failed, Reason = e.Message });
        }
    }

    private static string ReceiptId(TransferCaseloadRequest request, string planId) => ChosenId.Named(request.RequestId, planId);
}
