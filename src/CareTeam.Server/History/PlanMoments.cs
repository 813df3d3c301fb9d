namespace CareTeam.Server.History;

/// <summary>A plan as it stood: after so many events, as it was known at a time, or as it was in truth at a time by all that is known now.</summary>
public sealed class PlanMoments(PlanPast past, PlanHistory history, ExpensiveReads reads)
{
    /// <summary>The field names the one that is at fault when the moment is before the plan, or beyond its version.</summary>
    public async Task<CarePlan> AtVersion(PlanKey key, CarePlan now, int version, string field, CancellationToken cancel)
    {
        if (version > now.Version) throw Fault.Invalid(field, $"is {version}; the plan is at version {now.Version}");
        return version == now.Version ? now : await reads.Run(() => past.At(key, version, cancel), cancel);
    }

    public async Task<CarePlan> KnownAt(PlanKey key, CarePlan now, Timestamp time, string field, CancellationToken cancel)
    {
        var version = await history.VersionAt(key, time, cancel);
        if (version == 0) throw Fault.Invalid(field, "is before the plan was created");
        return await AtVersion(key, now, Math.Min(version, now.Version), field, cancel);
    }

    public async Task<CarePlan> TrueAt(PlanKey key, CarePlan now, Timestamp time, string field, CancellationToken cancel)
    {
        if (time < now.CreatedAt) throw Fault.Invalid(field, "is before the plan was created");
        return await reads.Run(async () => CarePlanFold.InTruth(key.PlanId, await history.After(key, 0, now.Version, cancel), time), cancel);
    }
}
