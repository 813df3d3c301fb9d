using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>Months three to five: ergonomics, pacing, work simulation and the strengthening series that is going on today.</summary>
internal static class BackPainRestoration
{
    private static readonly string[] Sessions =
    [
        "Deadlift from blocks 25 lb, RPE 13.", "Loaded carry 2 x 20 lb, 40 m; side bridge 55 s.", "Deadlift 25 lb, first from the floor.",
        "Step-ups 20 lb, intervals on the treadmill.",
        "Deadlift 30 lb, leg pain 2/10 afterwards, 0 next day.", "Carry 30 lb, 60 m.", "Deadlift 35 lb, RPE 14.",
        "Circuit of 20 minutes, RPE 14.", "Deadlift 35 lb, 3 x 8.",
    ];

    public static void Tell(DemoPen pen)
    {
        pen.Asks(Okafor, "ergonomics", TaskKind.Education, Discipline.OccupationalTherapy, Okafor, -84, "Ergonomics and body mechanics",
            "Hip hinge, golfer's lift, load close; pacing with a timer.", goals: ["lift"]);
        pen.Does(Okafor, "ergonomics", "Shows each technique without prompting; timer in use at home.");
        pen.Asks(Haddad, "cbt", TaskKind.Treatment, Discipline.Psychology, Haddad, -35, "Pacing and cognitive behavioural therapy for pain",
            "Graded exposure to bending; sleep.",
            goals: ["odi"], series: new Recurrence { Times = 1, PeriodDays = 14, Periods = 6 });
        pen.Accepts(Haddad, "cbt");
        foreach (var outcome in (string[])["Activity diary, baseline set.", "Graded exposure: bends to pick up a pen, predicted 8/10, felt 3/10.", "PSEQ 34. Sleeps 6 hours."])
        {
            pen.Starts(Haddad, "cbt");
            pen.Completes(Haddad, "cbt", outcome);
        }
        pen.Notes(Haddad, "cbt note", -8, new SoapNote
        {
            Subjective = "'I bend and nothing bad happens.' Sleeps 6 hours. Worries about keeping up at work.",
            Objective = "PSEQ 22 -> 34 (minimal important change 5.5). Diary complete on 12 of 14 days.",
            Assessment = "Fear of bending much reduced; self-efficacy clinically improved.",
            Plan = "Next: flare-up plan, conversation with the supervisor.",
        }, tasks: ["cbt"]);
        pen.Reaches(Rivera, "walk", "Walks 1.6 km in 19 minutes, no stop, leg pain 1/10.");
        pen.Notes(Lindqvist, "follow-up", -27, new SoapNote
        {
            Subjective = "Leg pain 2/10, back 3/10. Drives. Wants to be back at work in six weeks.",
            Objective = "SLR left 80 degrees, EHL 5/5, sensation normal. ODI 28 % (46 % at the start). Lifts 25 lb.",
            Assessment = "Radiculopathy recovered clinically; what remains is capacity: 25 of 50 lb.",
            Plan = "Strengthening three times a week for six weeks, work simulation, job-site visit. Vocational counsellor joins.",
        }, goals: ["odi", "lift", "work"]);
        pen.Joins(Lindqvist, Novak);

        // Mondays, Wednesdays and Fridays; what is past is done, so that the next one is today or in a day or two.
        var firstMonday = pen.Today.AddDays(-14 - ((int)pen.Today.DayOfWeek + 6) % 7);
        var done = Enumerable.Range(0, 18).Count(i => firstMonday.AddDays(i / 3 * 7 + i % 3 * 2) < pen.Today);
        pen.Asks(Lindqvist, "pt course 2", TaskKind.Treatment, Discipline.PhysicalTherapy, Rivera, 0, "Functional restoration: strengthening",
            "Three times a week for six weeks. Progress load by 10 % when RPE is 13 or less; stop if pain peripheralises.",
            goals: ["lift", "odi"], series: new Recurrence { Times = 3, PeriodDays = 7, Periods = 6 }, start: firstMonday);
        pen.Accepts(Rivera, "pt course 2");
        foreach (var outcome in Sessions.Take(done))
        {
            pen.Starts(Rivera, "pt course 2");
            pen.Completes(Rivera, "pt course 2", outcome);
        }
        pen.Notes(Rivera, "pt progress 2", -4, new SoapNote
        {
            Subjective = "Leg 1/10, back 2/10 the evening after loading, gone by morning.",
            Objective = "Deadlift 35 lb, RPE 14. Trunk flexor endurance 95 s. ODI 24 %.",
            Assessment = "On course for 50 lb in about four weeks.",
            Plan = "Continue. Re-evaluation this week, together with the work simulation.",
        }, tasks: ["pt course 2"], goals: ["lift", "odi"]);
        WhatIsOpen(pen);
    }

    // What a newcomer finds to do.
    private static void WhatIsOpen(DemoPen pen)
    {
        pen.Asks(Lindqvist, "re-evaluation", TaskKind.Evaluation, Discipline.PhysicalTherapy, Rivera, -2, "PT re-evaluation and progress report",
            "Strength, endurance, ODI, plan for discharge.", goals: ["odi", "lift"]);
        pen.Reschedules(Rivera, "re-evaluation", 0, "Together with the next session.");
        pen.Accepts(Rivera, "re-evaluation");
        pen.Asks(Okafor, "work simulation", TaskKind.Treatment, Discipline.OccupationalTherapy, Okafor, 0, "Work simulation: order picking circuit",
            "Floor to waist 40 lb, 20 lifts an hour, 2 hours.", after: ["ergonomics"], goals: ["lift", "work"]);
        pen.Accepts(Okafor, "work simulation");
        pen.Starts(Okafor, "work simulation");
        pen.Notes(Okafor, "work simulation note", -5, new SoapNote
        {
            Objective = "One hour of the circuit at 30 lb, 18 lifts an hour, no rest beyond schedule. Technique holds until minute 50.",
            Assessment = "Light-medium work level. Endurance, not strength, sets the limit.",
            Plan = "Two hours at 40 lb next.",
        }, tasks: ["work simulation"], goals: ["work"]);
        pen.Asks(Okafor, "job-site visit", TaskKind.Consultation, Discipline.VocationalRehabilitation, Novak, 7, "Job-site visit with the supervisor",
            "Agree on graded return: hours, loads, breaks.", after: ["work simulation"], goals: ["work"]);
        pen.Asks(Lindqvist, "flare-up call", TaskKind.FollowUp, Discipline.Nursing, null, 1, "Call: flare-up plan understood? Home programme?",
            priority: TaskPriority.Routine);
        pen.Asks(Lindqvist, "certificate", TaskKind.Administrative, Discipline.PhysicalMedicine, Lindqvist, 3,
            "Work status certificate for the employer", after: ["re-evaluation"], goals: ["work"]);
    }
}
