"""First names: the word after one is a surname, and one alone may be a person ("Regina", "Paris").

Sources: the commonest of the United States census of 1990 (public domain), with French and other
names written down for this list. Folded: lower case, no accents.
"""

FIRST_NAMES = frozenset(
    """
aaron abraham ada adam adele adrian adrien adrienne agnes ahmed aidan aiden alain alan albert
alberta alberto alejandro alex alexander alexandra alexandre alexis alfonso alfred alfredo ali
alice alicia alison allan allen allison alma alton alvin alyssa amanda amber amelia amelie amy
ana anais andre andrea andres andrew andy angel angela angelica angelina angelo angie anil anita
ann anna anne annette annie anthony antoine antoinette antonia antonio april archie arjun arlene
armando arnaud arnold arthur arturo ashley audrey aurelie austin baptiste barbara barry beatrice
becky belinda ben benjamin bennie benny benoit bernadette bernard bernice bertha bessie beth
bethany betsy betty beulah beverly bill billie billy blake blanca blanche bob bobbie bobby
bonnie brad bradley brandi brandon brandy brenda brent brett brian bridget brigitte brittany
brooke brooklyn bruce bruno bryan bryant byron calvin cameron camille candace candice carl carla
carlos carlton carmen carol carole caroline carolyn carrie carroll casey cassandra catherine
cathy cecelia cecil cecile cecilia cedric celia cesar chad chantal charlene charles charlie
charlotte chelsea cheryl chester chloe chris christelle christian christiane christie christina
christine christophe christopher christy cindy claire clara clarence clark claude claudia
clayton clement clifford clifton clinton clyde cody colette colin colleen connie constance cora
corey corinne cory courtney craig cristina crystal curtis cynthia cyril daisy dale dallas damien
damon dan dana daniel daniele danielle danny darla darlene darrell darren darryl daryl dave
david dawn dean deanna debbie deborah debra deepak delbert delia della delores delphine denis
denise dennis derek derrick desiree devin diana diane dianna dianne didier dmitri dolores
dominic dominique don donald donna donnie dora doreen doris dorothy doug douglas duane dustin
dwayne dwight earl earnest ed eddie edgar edith edmund edna edouard eduardo edward edwin eileen
elaine eleanor elena elise elizabeth ella ellen elmer elodie eloise elsa elsie elvira emilie
emily emma emmanuel enrique eric erica erik erika erin erma ernest ernestine ernesto essie
estelle esther ethel etienne eugene eula eunice eva evan evelyn everett fabien fabrice fannie
fatima faye felicia felipe felix fernando flora florence florent floyd forrest frances francine
francis francisco franck francois francoise frank franklin fred freda freddie frederic frederick
fredrick gabriel gail garrett garry gary gayle gene geneva genevieve geoffrey george georges
georgia gerald geraldine gerard gerardo gertrude ghislaine gilbert gilles gina ginger gladys
glen glenda glenn gloria gordon grace grant greg gregg gregoire gregory gretchen guadalupe
guillaume guillermo gustavo guy gwen gwendolyn hannah harold harriet harry harvey hassan hattie
hazel heather hector heidi helen helene henri henrietta henry herbert herman herve hilda holly
homer hope horace howard hubert hugh hugo hugues ian ida igor inez ira irene iris irma irving
isaac isabel isabelle israel ivan jack jackie jackson jacob jacqueline jacquelyn jacques jaden
jaime jake james jamie jan jana jane janet janice janie janis jared jasmine jason javier jay
jean jeanette jeanne jeannette jeannie jeff jeffery jeffrey jenna jennie jennifer jenny jeremiah
jeremy jermaine jerome jerry jesse jessica jessie jesus jill jim jimmie jimmy jo joan joann
joanna joanne jodi jody joe joel joelle joey john johnathan johnnie johnny jon jonathan jonathon
jordan jorge jose josee josefina joseph josephine joshua joy joyce juan juana juanita judith
judy julia julian julie julien julio julius june justin kara karen kari karl karla kate
katherine kathleen kathryn kathy katie katrina kay kayla keith kelley kelli kellie kelly kelvin
ken kendra kenneth kenny kent kerry kevin kim kimberly kirk krista kristen kristi kristin
kristina kristine kristopher kristy krystal kurt kyle lana lance larry latoya laura lauren
laurence laurent laurie laverne lawrence lea leah lee leigh leland lena leo leon leona leonard
leroy leslie lester leticia levi lewis liam lila lillian lillie linda lindsay lindsey lionel
lisa lloyd logan lois lola lonnie lora loren lorena lorene lorenzo loretta lori lorraine
lou louis louise lowell luc lucas lucie lucien lucille lucy ludovic luis luke lula luther luz
lydia lyle lynda lynette lynn lynne mabel mable mack madeleine madeline madison mae maggie
malcolm mamie mandy manon manuel marc marcel marcella marcia marco marcos marcus margaret
margarita margie marguerite maria marian marianne marie marilyn mario marion marjorie mark
marlene marsha marshall martha martin martine marvin mary maryann mason mathew mathieu mathilde
matt matthew matthieu mattie maureen maurice max maxine may megan meghan mehmet melanie melinda
melissa melody melvin mercedes meredith michael micheal michel michele michelle miguel mike
mildred milton mindy minnie miranda mireille miriam misty mitchell mohamed mohammed molly mona
monica monique morris muhammad muriel myra myron myrtle nadine nancy naomi natalie natasha
nathalie nathan nathaniel neal neil nellie nelson nicholas nichole nick nicolas nicole nikki
nina noah noel nora norma norman odette olga olive oliver olivia olivier omar opal orlando oscar
otis owen pablo pam pamela paris pascal pascale pat patrice patricia patrick patsy patti patty
paul paula paulette pauline pearl pedro peggy penny perry pete peter philip philippe phillip
phyllis pierre preston priscilla priya rachael rachel rafael rahul raj ralph ramon ramona
randall randolph randy raquel raul ravi ray raymond rebecca regina reginald regis remi renaud
rene renee rex rhonda ricardo richard rick rickey ricky rita robert roberta roberto robin robyn
rochelle roderick rodney rodolfo roger roland rolland romain ron ronald ronnie roosevelt rosa
rosalie rose rosemarie rosemary rosie ross roxanne roy ruben ruby rudolph rudy rufus russell
ruth ryan sabine sabrina sadie sally salvador salvatore sam samantha sammy samuel sandra
sandrine sandy sara sarah savannah scott sean sebastien serge sergei sergio seth shane shannon
sharon shaun shawn sheila shelia shelley shelly sheri sherman sherri sherry sheryl shirley
sidney silvia simon simone singh solange sonia sonja sonya sophia sophie spencer stacey stacy
stanley stella stephane stephanie stephen steve steven stuart sue susan susie suzanne sydney
sylvain sylvester sylvia sylvie tamara tammy tanya tara tasha ted teresa teri terrance terrence
terri terry thelma theodore theresa therese thierry thomas tiffany tim timothy tina todd tom
tommy toni tony tonya tracey traci tracy travis trevor tricia troy tyler tyrone valerie vanessa
velma vera verna vernon veronica veronique vicki vickie vicky victor victoria vincent viola
violet virgil virginia virginie vivian vladimir wade wallace walt walter wanda warren wayne
wendell wendy wesley whitney wilbert wilbur will willard william willie willis wilma wilson wm
woodrow xavier xi yannick yolanda yusuf yves yvette yvon yvonne zach zachary
""".split()  # noqa: SIM905
)
