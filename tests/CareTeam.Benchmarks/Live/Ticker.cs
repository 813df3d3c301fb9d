using Grpc.Core;

namespace CareTeam.Benchmarks.Live;

/// <summary>Submits notes to one plan at one server, at an even pace.</summary>
internal sealed class Ticker(ServerProcess server, string planId)
{
    private readonly NoteService.NoteServiceClient notes = new(server.NewChannel());
    private readonly Metadata headers = new() { { "authorization", $"Bearer {server.Token(Staff.Therapist)}" } };

    /// <summary>The version after the last one.</summary>
    public async Task<int> Submit(int count, TimeSpan every, int extraCharacters = 0)
    {
        using var timer = new PeriodicTimer(every);
        var version = 0;
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync();
            var note = Requests.SubmitNote(planId);
            note.Body.Soap.Plan += new string('.', extraCharacters);
            version = (await notes.SubmitNoteAsync(note, headers)).Version;
        }
        return version;
    }
}
