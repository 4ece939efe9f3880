"""What a portal puts around a notice, and the headings of the sample notices; all in our own words."""

_HEADINGS = """
qualifications and experience;qualifications & experience;essential;desirable;language;languages
competencies;who can apply;how to apply;introduction;your role;main responsibilities;conditions of work
what we offer;summary;duties;requirements;conditions of employment;qualifications;education
required documents;additional information;eligibility;essential criteria;core competencies
managerial competencies;person specification;desirable criteria;behaviours;benefits;security;background
nationality requirements;selection process details;job description;duties and responsibilities;required skills
desired skills;main accountabilities;people management;stakeholder management;financial management
competences;experience;diplomas;selection criteria;diversity;duties and accountabilities
essential qualifications;desirable qualifications;post context;principal duties;contract;interrelationships
experience and education;language proficiency;travel;about us;the team;role responsibilities
necessary qualifications;tasks and responsibilities;general minimum requirements;our mission
field of expertise requirements;mission specific requirements;technical competencies;behavioural competencies
responsibilities;additional requirements;your duties;other information;work experience;assessment
special notice;no fee;professional certificates;professional/experience;education/training;security clearance
"""
HEADINGS = frozenset(_HEADINGS.strip().replace("\n", ";").split(";"))
TEASER = """
Similar jobs
Senior Budget Analyst, Geneva
The post calls for a Master's degree in finance or accounting and at least 12 years of experience in auditing.
Fluency in German is required. A valid EU SECRET clearance must be held.
Harbour Pilot, Rotterdam
Candidates must have 9 years of experience at sea and excellent knowledge of Dutch.
"""
LISTED_TEASER = """
You may also be interested in

Head of Laboratory
Closing date: 3 May 2027

Requirements:
• PhD in chemistry
• At least 11 years of experience in a laboratory
• Fluent Portuguese

View all vacancies
"""
MENU = """Skip to main content
Home
Find a job
Saved searches
Sign in
Share this vacancy
Print

"""
BANNER = """

Accept cookies
This site uses cookies to remember your settings and to count its visitors. You must accept them to stay signed in.
Manage preferences
Back to top
Privacy policy | Terms of use | Accessibility
© 2026 Careers portal. All rights reserved.
"""
