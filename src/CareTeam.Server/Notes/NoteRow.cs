using Marten;

namespace CareTeam.Server.Notes;

/// <summary>A note with its text. Written once, as the note itself.</summary>
public sealed record NoteRow(string Id, string PlanId, string AuthorId, Discipline Discipline, string EncounterAt, Note Note);

/// <summary>An amendment, beside the note that it amends.</summary>
public sealed record AmendmentRow(string Id, string PlanId, string NoteId, string RecordedAt, Amendment Amendment);

/// <summary>Keeps the text of notes and amendments.</summary>
public sealed class NoteRows : IPlanRows
{
    /// <summary>What full text is looked for in: all texts of a body, as jsonb. A query must name it the same way, or PostgreSQL does not use the index.</summary>
    public const string NoteText = "((data -> 'note') -> 'body')", AmendmentText = "(data -> 'amendment')";

    public void Declare(StoreOptions options)
    {
        options.Schema.For<NoteRow>().Identity(r => r.Id).Index(r => new { r.PlanId, r.EncounterAt }).FullTextIndex(index => index.DocumentConfig = NoteText);
        options.Schema.For<AmendmentRow>().Identity(r => r.Id).Index(r => r.PlanId).FullTextIndex(index => index.DocumentConfig = AmendmentText);
    }

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var e in events)
        {
            if (e.NoteSubmitted is { } submitted) rows.Insert(Row(e, submitted));
            else if (e.NoteAmended is { } amended) rows.Insert(Row(e, amended));
        }
    }

    private static NoteRow Row(PlanEvent e, NoteSubmitted submitted)
    {
        var summary = submitted.Summary;
        return new(
            $"{e.PlanId}/{summary.NoteId}", e.PlanId, summary.Author.PersonId, summary.Discipline, SortableTime.Of(summary.EncounterAt),
            new Note { PlanId = e.PlanId, Summary = summary, Body = submitted.Body, RecordedAt = e.RecordedAt });
    }

    private static AmendmentRow Row(PlanEvent e, NoteAmended amended) => new(
        $"{e.PlanId}/{amended.NoteId}/{amended.AmendmentId}", e.PlanId, amended.NoteId, SortableTime.Of(e.RecordedAt),
        new Amendment { AmendmentId = amended.AmendmentId, Author = amended.Author, RecordedAt = e.RecordedAt, Reason = amended.Reason, Text = amended.Text });
}
