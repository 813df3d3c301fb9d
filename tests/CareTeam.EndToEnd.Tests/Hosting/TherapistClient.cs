using System.Collections.Concurrent;

namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>A client on bad Wi-Fi, as it should be: each note has one request_id, and is sent until it is answered.</summary>
public sealed class TherapistClient(NoteService.NoteServiceClient notes, string planId)
{
    public ConcurrentDictionary<string, SubmitNoteResponse> Acknowledged { get; } = [];
    public ConcurrentDictionary<string, SubmitNoteRequest> Unanswered { get; } = [];

    /// <summary>Sends notes one after the other until told to stop; what fails for want of a server is left unanswered.</summary>
    public async Task Write(string name, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
            await Send(new() { PlanId = planId, RequestId = Guid.NewGuid().ToString(), Body = new() { Narrative = $"{name} {i}" } });
    }

    /// <summary>More than once: a channel that found no server does not look for it again at once.</summary>
    public Task SendTheUnansweredAgain() => Until.True(async () =>
    {
        foreach (var note in Unanswered.Values) await Send(note);
        return Unanswered.IsEmpty;
    }, TimeSpan.FromMinutes(2), () => $"Not answered: {string.Join(", ", Unanswered.Values)}");

    public async Task Send(SubmitNoteRequest note)
    {
        try
        {
            Acknowledged[note.RequestId] = await notes.SubmitNoteAsync(note, deadline: DateTime.UtcNow.AddSeconds(10));
            Unanswered.TryRemove(note.RequestId, out _);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled)
        {
            Unanswered[note.RequestId] = note;
            await Task.Delay(20);
        }
    }
}
