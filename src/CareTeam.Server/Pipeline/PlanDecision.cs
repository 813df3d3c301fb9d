namespace CareTeam.Server.Pipeline;

/// <summary>What every decision on a plan has to keep, whoever makes it: a command, the transfer of a caseload, an import.</summary>
public static class PlanDecision
{
    private const int Attempts = 20;

    /// <summary>
    /// The cached state may lag behind another node. A change decided on it is checked by the append; a no, or "already so", is not, so that is decided again on fresh state.
    /// </summary>
    public static async Task<T> OnCurrentState<T>(PlanTurn turn, Func<Task<T>> decide, Func<T, PlanChange> changeOf, CancellationToken cancel)
    {
        if (!turn.IsFresh)
        {
            try
            {
                var decision = await decide();
                if (changeOf(decision).Events.Count > 0) return decision;
            }
            catch (CareTeamException)
            {
                // Not answered from here: what follows decides on the state that the store has now.
            }
            await turn.Refresh(cancel);
        }
        return await decide();
    }

    /// <summary>The plan with these events after its last one. Refused when it cannot hold them.</summary>
    /// <param name="bytes">Size of the plan before the events, or more.</param>
    public static PlanChange Change(PlanKey key, CarePlan plan, int bytes, Person actor, Timestamp now, IReadOnlyList<PlanEvent> events)
    {
        MustAddNewTasks(plan, events);
        for (var i = 0; i < events.Count; i++) events[i].Stamp(key.PlanId, plan.Version + 1 + i, actor, now);
        var after = CarePlanFold.Fold(plan, events);
        PlanBounds.Check(plan, after, events, bytes);
        return new(key, plan, after, events);
    }

    /// <summary>
    /// Decides again when another node's command was faster: PostgreSQL's version check refused the append. On one node commands on a plan take turns, so this happens only
    /// between nodes.
    /// </summary>
    public static async Task<T> AgainWhenStale<T>(Func<Task<T>> decideAndCommit, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await decideAndCommit();
            }
            catch (StaleDecisionException) when (attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(1, 4 * attempt), cancel);
            }
            catch (StaleDecisionException e)
            {
                throw Fault.Unavailable("The plan is too busy. Send it again with the same request_id.", e);
            }
        }
    }

    /// <summary>Many use cases add a task whose id the server chooses; somebody who knows how may have taken that id for another task.</summary>
    private static void MustAddNewTasks(CarePlan plan, IReadOnlyList<PlanEvent> events)
    {
        foreach (var e in events)
            if (e.TaskAdded is { Task: var added }) PlanState.MustBeNew("task", added.TaskId, plan.Tasks.Any(t => t.TaskId == added.TaskId));
    }
}
