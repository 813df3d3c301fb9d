using System.Globalization;
using CareTeam.Server.Clocks;
using CareTeam.Server.Tests.Therapy;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Tasks;

public sealed class GetWorkTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>Stands still, so that no test runs into another day.</summary>
    private readonly SimulatedClock clock = new(DateTimeOffset.UtcNow);

    private string Day(int fromToday) => clock.GetUtcNow().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<string> Add(TestTeam team, string plan, string title, int? due, Someone? assignee, bool accepted = true, Discipline discipline = Discipline.PhysicalTherapy)
    {
        var request = New.TaskFor(plan, assignee);
        (request.Title, request.DueDate, request.Discipline) = (title, due is { } day ? Day(day) : "", discipline);
        var id = (await team.As(team.Physiatrist).Tasks.AddTaskAsync(request)).TaskId;
        if (assignee is not null && accepted) await team.As(assignee).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = id });
        return id;
    }

    [Fact]
    public async Task A_therapists_day_is_sorted_by_why_each_task_is_on_it()
    {
        await using var node = clinic.NewNode(services => services.AddSingleton<TimeProvider>(clock));
        var team = clinic.NewTeam(node);
        var plan = await team.ActivePlan();
        await Add(team, plan, "late", -2, team.Therapist);
        await Add(team, plan, "late and never accepted", -1, team.Therapist, accepted: false);
        await Add(team, plan, "today", 0, team.Therapist);
        await Add(team, plan, "asked", 3, team.Therapist, accepted: false);
        await Add(team, plan, "later", 5, team.Therapist);
        await Add(team, plan, "some day", null, team.Therapist);
        await Add(team, plan, "for any therapist", 1, null);
        await Add(team, plan, "for anybody", null, null, discipline: Discipline.Unspecified);
        await Add(team, plan, "for occupational therapy", 1, null, discipline: Discipline.OccupationalTherapy);
        await Add(team, plan, "of another", 0, team.OtherTherapist);
        var done = await Add(team, plan, "done", 0, team.Therapist);
        await team.As(team.Physiatrist).Tasks.CancelTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = done, Reason = "r" });

        var work = await team.As(team.Therapist).Tasks.GetWorkAsync(new());
        Assert.Equal(
        [
            (WorkReason.Overdue, "late"), (WorkReason.Overdue, "late and never accepted"), (WorkReason.DueToday, "today"), (WorkReason.ToAccept, "asked"),
            (WorkReason.Upcoming, "later"), (WorkReason.Upcoming, "some day"), (WorkReason.Offered, "for any therapist"), (WorkReason.Offered, "for anybody"),
        ], work.Items.Select(i => (i.Reason, i.Task.Task.Title)));
        Assert.Equal([2, 1, 1, 2, 2], work.Counts.Select(c => c.Tasks));
        Assert.Equal(Day(0), work.TodayDate);
    }

    [Fact]
    public async Task Each_plans_day_is_that_of_its_coverage()
    {
        var file = Path.Combine(clinic.DataDirectory, "zones.json");
        await File.WriteAllTextAsync(file,
            """
            [{"id": "calendar.time-zone", "region": "US-AS", "parameters": {"zone": "Pacific/Pago_Pago"}},
             {"id": "calendar.time-zone", "payer": "islands", "parameters": {"zone": "Pacific/Kiritimati"}},
             {"id": "calendar.time-zone", "payer": "islands", "region": "US-AS", "parameters": {"zone": "Etc/UTC"}}]
            """, TestContext.Current.CancellationToken);
        // In Pago Pago it is still the second, in Kiritimati already the fourth of March.
        clock.Set(new(2026, 3, 3, 10, 30, 0, TimeSpan.Zero));
        await using var node = clinic.NewNode(services => services.AddSingleton<TimeProvider>(clock), new Dictionary<string, string> { ["Rules:File"] = file });
        var team = clinic.NewTeam(node);
        foreach (var (payer, region) in new[] { ("", ""), ("", "US-AS"), ("islands", ""), ("islands", "US-AS"), ("islands", "KI-G"), ("another", "US-AS"), ("another", "US-OH") })
        {
            var plan = await team.ActivePlan();
            if (payer + region != "") await team.As(team.Physiatrist).Plans.RecordCoverageAsync(new() { PlanId = plan, RequestId = New.Id(), Coverage = new() { Payer = payer, Region = region } });
            for (var day = 2; day <= 4; day++)
            {
                var task = New.TaskFor(plan, team.Therapist);
                (task.Title, task.DueDate) = ($"{payer}/{region}", $"2026-03-0{day}");
                var id = (await team.As(team.Physiatrist).Tasks.AddTaskAsync(task)).TaskId;
                await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = id });
            }
        }

        var work = await team.As(team.Therapist).Tasks.GetWorkAsync(new());
        Assert.Equal("2026-03-03", work.TodayDate);
        Assert.Equal(
            new[] { ("/", 3), ("/US-AS", 2), ("islands/", 4), ("islands/US-AS", 3), ("islands/KI-G", 4), ("another/US-AS", 2), ("another/US-OH", 3) }.Select(p => (p.Item1, $"2026-03-0{p.Item2}")).Order(),
            work.Items.Where(i => i.Reason == WorkReason.DueToday).Select(i => (i.Task.Task.Title, i.Task.Task.DueDate)).Order());
        Assert.All(work.Items, i => Assert.Equal(
            Math.Sign(string.CompareOrdinal(i.Task.Task.DueDate, work.Items.Single(t => t.Reason == WorkReason.DueToday && t.Task.PlanId == i.Task.PlanId).Task.Task.DueDate)),
            i.Reason switch { WorkReason.Overdue => -1, WorkReason.DueToday => 0, _ => 1 }));
    }

    private static Task<GetWorkResponse> Work(TestTeam team, Someone who) => team.As(who).Tasks.GetWorkAsync(new()).ResponseAsync;

    private static int Count(GetWorkResponse work, WorkReason reason) => work.Counts.SingleOrDefault(c => c.Reason == reason)?.Tasks ?? 0;

    [Fact]
    public async Task Open_red_flags_are_the_leads_until_they_are_resolved()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var flag = await team.As(team.Therapist).Plans.RaiseRedFlagAsync(new() { PlanId = plan, RequestId = New.Id(), Kind = RedFlagKind.Infection, Finding = "Fever." });

        var work = await Work(team, team.Physiatrist);
        var open = work.RedFlags.Single();
        Assert.Equal((plan, flag.RedFlagId, RedFlagKind.Infection, "Fever.", "Ana Example", team.Therapist.Person), (open.PlanId, open.RedFlagId, open.Kind, open.Finding, open.PatientName, open.RaisedBy));
        Assert.Equal(1, Count(work, WorkReason.RedFlag));
        Assert.Contains(work.Items, i => i.Task.Task.TaskId == open.TaskId);
        Assert.Empty((await Work(team, team.Therapist)).RedFlags);

        await team.As(team.Physiatrist).Plans.ResolveRedFlagAsync(new() { PlanId = plan, RequestId = New.Id(), RedFlagId = flag.RedFlagId, Resolution = "Flu." });
        Assert.Empty((await Work(team, team.Physiatrist)).RedFlags);
    }

    [Fact]
    public async Task An_emergency_is_on_everyones_list_of_the_team()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.As(team.Therapist).Plans.RaiseRedFlagAsync(new() { PlanId = plan, RequestId = New.Id(), Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." });
        foreach (var member in new[] { team.Physiatrist, team.Therapist, team.OtherTherapist }) Assert.Equal(plan, (await Work(team, member)).RedFlags.Single().PlanId);
        Assert.Equal(1, Count(await Work(team, team.Therapist), WorkReason.RedFlag));
        Assert.Empty((await Work(team, team.Outsider)).RedFlags);
    }

    [Fact]
    public async Task Notes_to_co_sign_are_the_supervisors_and_cut_as_the_rest_is()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.JoinsUnder(plan, team.Therapist);
        for (var i = 0; i < 3; i++) await team.As(team.Assistant).Notes.SubmitNoteAsync(New.NoteFor(plan));

        Assert.Equal(3, (await Work(team, team.Therapist)).ToCosign.Count);
        var cut = await team.As(team.Therapist).Tasks.GetWorkAsync(new() { PageSize = 2 });
        Assert.Equal((2, 3), (cut.ToCosign.Count, Count(cut, WorkReason.ToCosign)));
        Assert.Empty((await Work(team, team.OtherTherapist)).ToCosign);
        Assert.Empty((await Work(team, team.Assistant)).ToCosign);
    }

    [Fact]
    public async Task Orders_to_certify_are_the_leads_and_reports_due_the_treating_therapists()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        for (var day = -20; day < -12; day++) await team.As(team.Therapist).Therapy.RecordSessionAsync(episode.Session(day));
        var sweep = clinic.Server.Services.GetRequiredService<ClockSweep>();
        await sweep.Sweep(default);

        var (lead, therapist) = (await Work(team, team.Physiatrist), await Work(team, team.Therapist));
        Assert.Equal(("therapy.initial-certification", episode.OrderId), (lead.ToCertify.Single().Task.DueKind, lead.ToCertify.Single().Task.TherapyOrderId));
        Assert.Equal(("therapy.progress-report", episode.OrderId), (therapist.ReportsDue.Single().Task.DueKind, therapist.ReportsDue.Single().Task.TherapyOrderId));
        Assert.Equal((1, 1), (Count(lead, WorkReason.ToCertify), Count(therapist, WorkReason.ReportDue)));
        Assert.Empty(therapist.ToCertify);
        Assert.Empty((await Work(team, team.OtherTherapist)).ReportsDue);

        // Whoever leads the plan then is asked too.
        await team.Joins(episode.PlanId, team.OtherPhysician);
        Assert.Empty((await Work(team, team.OtherPhysician)).ToCertify);
        var proposed = await team.As(team.Physiatrist).Team.ProposeHandoverAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), PersonId = team.OtherPhysician.PersonId, Reason = "Leave." });
        await team.As(team.OtherPhysician).Team.AcceptHandoverAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), HandoverId = proposed.HandoverId });
        Assert.Single((await Work(team, team.OtherPhysician)).ToCertify);

        await team.As(team.OtherPhysician).Therapy.CertifyTherapyAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), TherapyOrderId = episode.OrderId });
        await team.As(team.Therapist).Therapy.FileProgressReportAsync(episode.Report());
        await sweep.Sweep(default);
        Assert.Empty((await Work(team, team.OtherPhysician)).ToCertify);
        Assert.Empty((await Work(team, team.Therapist)).ReportsDue);
    }

    [Fact]
    public async Task A_report_whose_therapist_has_left_is_asked_of_the_discipline()
    {
        var team = clinic.NewTeam();
        var episode = await TherapyEpisode.Begin(team);
        for (var day = -20; day < -12; day++) await team.As(team.Therapist).Therapy.RecordSessionAsync(episode.Session(day));
        await team.As(team.Physiatrist).Team.EndMembershipAsync(new() { PlanId = episode.PlanId, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Left." });
        await clinic.Server.Services.GetRequiredService<ClockSweep>().Sweep(default);
        Assert.Equal(episode.OrderId, (await Work(team, team.OtherTherapist)).ReportsDue.Single().Task.TherapyOrderId);
        Assert.Empty((await Work(team, team.OccupationalTherapist)).ReportsDue);
        Assert.Empty((await Work(team, team.Therapist)).ReportsDue);
    }

    [Fact]
    public async Task Each_reason_is_cut_and_its_count_is_not()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        for (var i = 0; i < 5; i++) await Add(team, plan, $"task {i}", i + 1, team.Therapist);
        var work = await team.As(team.Therapist).Tasks.GetWorkAsync(new() { PageSize = 2 });
        Assert.Equal(["task 0", "task 1"], work.Items.Select(i => i.Task.Task.Title));
        Assert.Equal(5, work.Counts.Single().Tasks);
    }

    [Fact]
    public async Task Nobody_sees_work_of_plans_that_are_not_theirs()
    {
        var team = clinic.NewTeam();
        await Add(team, await team.ActivePlan(), "for any therapist", 1, null);
        Assert.Empty((await team.As(team.Outsider).Tasks.GetWorkAsync(new())).Items);
        Assert.Empty((await team.As(team.Patient).Tasks.GetWorkAsync(new())).Items);
    }

    [Fact]
    public async Task Plans_with_an_open_red_flag_are_a_list_of_their_own()
    {
        var team = clinic.NewTeam();
        var plans = new[] { await team.ActivePlan(), await team.ActivePlan() };
        var lead = team.As(team.Physiatrist);
        var flag = await lead.Plans.RaiseRedFlagAsync(new() { PlanId = plans[0], RequestId = New.Id(), Kind = RedFlagKind.Fracture, Finding = "Fell." });
        Assert.Equal([plans[0]], (await lead.Plans.ListPlansAsync(new() { WithOpenRedFlags = true })).Plans.Select(p => p.PlanId));
        await lead.Plans.ResolveRedFlagAsync(new() { PlanId = plans[0], RequestId = New.Id(), RedFlagId = flag.RedFlagId, Resolution = "No fracture." });
        Assert.Empty((await lead.Plans.ListPlansAsync(new() { WithOpenRedFlags = true })).Plans);
    }
}
