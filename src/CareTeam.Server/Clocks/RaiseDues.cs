namespace CareTeam.Server.Clocks;

/// <summary>
/// The server tells what has fallen due on a plan, what is overdue and what is met: once each, however many nodes look and however late, since it is decided on what
/// the plan has told already and PostgreSQL's version check lets one decision through.
/// </summary>
public sealed class RaiseDues(DueCalendar calendar) : PlanCommand<RaiseDuesRequest, RaiseDuesResponse>
{
    public override Permission Who => Permission.System;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RaiseDuesRequest request, Caller caller, Timestamp now) =>
        calendar.Tell(plan, calendar.Today(plan, now));
}
