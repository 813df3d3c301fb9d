using System.Text;

namespace CareTeam.Server.Tests.Pipeline;

public sealed class PageTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Every_list_gives_each_row_once_whatever_the_page_size()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 7; i++) plans.Add(await team.ActivePlan());
        for (var i = 0; i < 7; i++)
        {
            await team.AddTask(plans[0], i % 2 == 0 ? team.Therapist : null);
            await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plans[0], $"Note {i}"));
        }
        var me = team.As(team.Therapist);
        foreach (var size in new[] { 1, 3, 7, 50 })
        {
            Assert.Equal(plans.AsEnumerable().Reverse(), (await All(async token =>
            {
                var page = await me.Plans.ListPlansAsync(new() { PageSize = size, PageToken = token });
                return (page.Plans, page.NextPageToken);
            })).Select(p => p.PlanId));
            Assert.Equal(7, (await All(async token =>
            {
                var page = await me.Tasks.ListTasksAsync(new() { PageSize = size, PageToken = token });
                return (page.Tasks, page.NextPageToken);
            })).Select(t => t.Task.TaskId).Distinct().Count());
            Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"Note {i}"), (await All(async token =>
            {
                var page = await me.Notes.ListNotesAsync(new() { PlanId = plans[0], PageSize = size, PageToken = token });
                return (page.Notes, page.NextPageToken);
            })).Select(n => n.Body.Soap.Objective));
            Assert.Equal(Enumerable.Range(1, 19), (await All(async token =>
            {
                var page = await me.History.ListPlanEventsAsync(new() { PlanId = plans[0], PageSize = size, PageToken = token });
                return (page.Events, page.NextPageToken);
            })).Select(e => e.Version));
        }
    }

    [Fact]
    public async Task Pages_of_long_notes_are_shorter_and_stay_below_four_megabytes()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var text = new string('長', 20_000);
        for (var i = 0; i < 15; i++)
            await team.As(team.Therapist).Notes.SubmitNoteAsync(new() { PlanId = plan, RequestId = New.Id(), Body = new() { Soap = new() { Subjective = text, Objective = text, Plan = text, Assessment = text } } });

        var notes = await team.As(team.Therapist).Notes.ListNotesAsync(new() { PlanId = plan });
        Assert.InRange(notes.Notes.Count, 1, 14);
        Assert.NotEmpty(notes.NextPageToken);
        Assert.InRange(notes.CalculateSize(), 1, 4 * 1024 * 1024);
        var events = await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 1_000 });
        Assert.InRange(events.CalculateSize(), 1, 4 * 1024 * 1024);
        Assert.NotEmpty(events.NextPageToken);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[\"only one\"]")]
    [InlineData("[null,\"x\"]")]
    [InlineData("[\"\\u0000\",\"x\"]")]
    [InlineData("{}")]
    public async Task A_token_that_no_list_gave_is_invalid(string content)
    {
        var me = clinic.NewTeam().As(clinic.NewTeam().Therapist);
        foreach (var token in new[] { content, Convert.ToBase64String(Encoding.UTF8.GetBytes(content)) })
        {
            await Expect.Status(StatusCode.InvalidArgument, me.Plans.ListPlansAsync(new() { PageToken = token }));
            await Expect.Status(StatusCode.InvalidArgument, me.Tasks.ListTasksAsync(new() { PageToken = token }));
            await Expect.Status(StatusCode.InvalidArgument, me.Notes.ListNotesAsync(new() { PlanId = New.Id(), PageToken = token }));
            await Expect.Status(StatusCode.InvalidArgument, me.History.ListPlanEventsAsync(new() { PlanId = New.Id(), PageToken = token }));
        }
    }

    [Fact]
    public async Task Beyond_the_last_version_there_is_nothing()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        Assert.Empty((await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan, AfterVersion = int.MaxValue })).Events);
    }

    private static async Task<List<T>> All<T>(Func<string, Task<(Google.Protobuf.Collections.RepeatedField<T> Rows, string Next)>> page)
    {
        var all = new List<T>();
        var token = "";
        do
        {
            var (rows, next) = await page(token);
            all.AddRange(rows);
            token = next;
        }
        while (token.Length > 0);
        return all;
    }
}
