using Marten;

namespace CareTeam.Server.Clocks;

/// <summary>When the clocks have to look at a plan next (sortable, UTC), and by which rules that was worked out.</summary>
public sealed record ClockRow(string Id, string NextAt, string Rules);

/// <summary>Keeps that row: written when an event brings the time forward or puts it off.</summary>
public sealed class ClockRows(DueCalendar calendar) : IPlanRows
{
    private const string Never = "9999-12-31T00:00:00.000000Z";

    public void Declare(StoreOptions options) => options.Schema.For<ClockRow>().Identity(r => r.Id).Duplicate(r => r.NextAt);

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        // Nothing falls due by most notes, and notes are the most of what is written.
        if (before.Version > 0 && events.All(NeedsNoCosignature)) return;
        var row = Row(after, after.UpdatedAt);
        if (before.Version == 0 || row.NextAt != Row(before, before.UpdatedAt).NextAt) rows.Store(row);
    }

    private static bool NeedsNoCosignature(PlanEvent e)
    {
        var (author, demand) = e switch
        {
            { NoteSubmitted.Summary: { } note } => (note.Author, note.CosignatureDemand),
            { NoteAmended: { } amended } => (amended.Author, amended.CosignatureDemand),
            _ => default,
        };
        return author is not null && demand is null && !author.Role.IsAssistant();
    }

    public ClockRow Row(CarePlan plan, Timestamp now) => new(plan.PlanId, NextAt(plan, calendar.NextDay(plan, calendar.Today(plan, now))), calendar.Rules.Fingerprint);

    private string NextAt(CarePlan plan, DateOnly day) =>
        day == DateOnly.MaxValue ? Never
        : day == DateOnly.MinValue ? SortableTime.Of(plan.UpdatedAt)
        : SortableTime.Of(Timestamp.FromDateTime(calendar.Rules.Start(plan.Coverage, day)));
}
